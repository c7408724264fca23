import type { OfflineList } from '@/lib/offline/offline-list';
import type { Locale } from '@/lib/words/locale';
import { canSave } from './can-save';
import type { SaveFaultKind } from './save-fault';
import { begunCopies, noteNewer, type SavedCopy, savedCopies } from './saved-copies';
import { servedList } from './served-list';

/** How it stands with one path in one language on this device. */
export type CopyState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'impossible'; readonly why: 'insecure' | 'browser' | 'unlisted' }
  | { readonly kind: 'absent'; readonly list: OfflineList | null; readonly isBegun: boolean; readonly fault?: Fault }
  | { readonly kind: 'saving'; readonly list: OfflineList; readonly bytes: number }
  | { readonly kind: 'saved'; readonly copy: SavedCopy; readonly newer: OfflineList | null; readonly fault?: Fault };

export type Fault = SaveFaultKind | 'failed';

/** Looks at the device and asks the server what it has now. */
export async function copyStateOf(locale: Locale, path: string): Promise<CopyState> {
  const possible = await canSave();
  if (possible !== 'yes') return { kind: 'impossible', why: possible };
  const isThis = (list: OfflineList) => list.locale === locale && list.path === path;
  const [copies, begun, served] = await Promise.all([savedCopies(), begunCopies(), servedList(locale, path)]);
  const list = served === 'unlisted' ? null : served;
  const copy = copies.find((one) => isThis(one.list));
  if (copy) {
    if (list) await noteNewer(copy, list);
    return { kind: 'saved', copy, newer: list && list.version !== copy.list.version ? list : null };
  }
  if (served === 'unlisted') return { kind: 'impossible', why: 'unlisted' };
  return { kind: 'absent', list, isBegun: begun.some(isThis) };
}
