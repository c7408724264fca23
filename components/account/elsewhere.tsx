import styles from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';
import type { ExternalProvider } from '@/lib/auth/providers';

type Props = {
  providers: readonly ExternalProvider[];
  callbackUrl: string;
  intro?: string;
  text: (provider: string) => string;
};

/** One plain form a provider: next-auth leads on from there. Nothing when none is set up. */
export function Elsewhere({ providers, callbackUrl, intro, text }: Props) {
  if (providers.length === 0) return null;
  return (
    <div className={styles.elsewhere}>
      {intro && <p>{intro}</p>}
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <button type="submit" className={`${button.button} ${button.wide}`}>
            {text(name)}
          </button>
        </form>
      ))}
    </div>
  );
}
