import type { ProcessState } from '@/lib/labs/process/state';
import { outcomeOf } from '@/lib/labs/process/step';
import type { Locale } from '@/lib/words/locale';
import { LabPicture, type Named } from '../lab-picture';
import styles from './process.module.css';
import { stateName } from './process-labels';
import { box, linesOf, processPicture } from './process-picture';

type Props = {
  id: string;
  locale: Locale;
  state: ProcessState;
  /** Where the picture speaks for itself; without it, the list of states does, and the picture is hidden from screen readers. */
  named?: Named | undefined;
};

/** The states and the ways between them: where the process stands is filled, where it can go from there is marked. */
export function ProcessDiagram({ id, locale, state, named }: Props) {
  const { setup, at, deeds } = state;
  const picture = processPicture(setup);
  const last = deeds.at(-1);
  const open = new Set(
    setup.actions.flatMap((action) => {
      const outcome = outcomeOf(state, action.id);
      return outcome.kind === 'open' ? [outcome.to] : [];
    }),
  );
  const been = new Set(deeds.flatMap(({ from, to }) => [from, to]));
  return (
    <LabPicture id={id} className={styles.diagram} viewBox={`0 0 ${box.width} ${picture.height}`} named={named}>
      <defs>
        <marker
          id={`${id}-head`}
          markerWidth="9"
          markerHeight="9"
          refX="8"
          refY="4.5"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path className={styles.head} d="M0 .5 9 4.5 0 8.5z" />
        </marker>
      </defs>
      {picture.edges.map(({ from, to, path }) => (
        <path
          key={`${from} ${to}`}
          className={styles.edge}
          data-open={(from === at && open.has(to)) || undefined}
          data-taken={(last?.from === from && last.to === to) || undefined}
          d={path}
          markerEnd={`url(#${id}-head)`}
        />
      ))}
      {picture.nodes.map(({ id: node, x, y }) => (
        <g
          key={node}
          className={styles.node}
          data-now={node === at || undefined}
          data-been={been.has(node) || undefined}
        >
          <rect x={x} y={y} width={box.nodeWidth} height={box.nodeHeight} rx="8" />
          {lines(stateName(setup, node, locale), x + box.nodeWidth / 2, y + box.nodeHeight / 2)}
        </g>
      ))}
    </LabPicture>
  );
}

function lines(name: string, x: number, y: number) {
  const parts = linesOf(name);
  return parts.map((part, at) => (
    <text key={part} x={x} y={y + 4.5 + (at - (parts.length - 1) / 2) * 16} textAnchor="middle">
      {part}
    </text>
  ));
}
