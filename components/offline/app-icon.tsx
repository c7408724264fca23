import { drawnMark, markColours } from '@/components/ui/drawn-mark';

export type AppIcon = { readonly name: string; readonly side: number; readonly purpose: 'any' | 'maskable' };

/** The pictures of the installed app. A maskable one is cut to the system's shape, so its mark keeps to the middle. */
export const appIcons: readonly AppIcon[] = [192, 512].flatMap((side) => [
  { name: `app-${side}`, side, purpose: 'any' as const },
  { name: `app-${side}-maskable`, side, purpose: 'maskable' as const },
]);

/** Drawn by satori at build. A mask may cut off all but the middle circle of 80 %: the mark's corners stay inside it. */
export function AppIconPicture({ side, purpose }: AppIcon) {
  const mark = Math.round(side * (purpose === 'maskable' ? 0.5 : 0.68));
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        alignItems: 'center',
        justifyContent: 'center',
        background: markColours.paper,
        borderRadius: purpose === 'maskable' ? 0 : side / 6,
      }}
    >
      <img src={drawnMark} alt="" width={mark} height={mark} />
    </div>
  );
}
