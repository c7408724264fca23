import { type QueueView, queueViews } from '@/lib/gradebook/marking';

/** What an address of the marking pages asks for. */
export type MarkingQuery = {
  /** The question; '': the list of them. */
  readonly item: string;
  /** The attempt that is shown; '': the next one. */
  readonly answer: string;
  readonly view: QueueView;
  readonly hasNames: boolean;
  /** The answer that was marked a moment ago; ''. */
  readonly done: string;
};

type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readMarkingQuery(sent: Sent): MarkingQuery {
  const one = (name: string) => {
    const text = [sent[name]].flat()[0] ?? '';
    return text.length > 300 ? '' : text.replaceAll('\0', '');
  };
  return {
    item: one('item'),
    answer: one('answer'),
    view: queueViews.find((view) => view === one('view')) ?? 'waiting',
    hasNames: one('names') === 'shown',
    done: one('done'),
  };
}

/** `?item=…&answer=…`, without what goes without saying. */
export function markingAddress({ item, answer, view, hasNames, done }: MarkingQuery): string {
  const said = new URLSearchParams();
  if (item) said.set('item', item);
  if (answer) said.set('answer', answer);
  if (view !== 'waiting') said.set('view', view);
  if (hasNames) said.set('names', 'shown');
  if (done) said.set('done', done);
  const text = said.toString();
  return text && `?${text}`;
}
