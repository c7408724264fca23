import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Draft, draftElsewhere, draftHere, keepDraft } from './drafts';
import { fillIn, inputsOf, isTouched } from './form-inputs';

type Question = { item: string; version: string; draw: string | undefined; sitting: string | undefined };
type Said = Readonly<Record<string, readonly string[]>>;

/** A burst of events is one change; and React has drawn what they led to by then. */
const settleMs = 50;

/**
 * Keeps what a form says while it is filled in, and gives it back when the page is opened again. What the inputs of a kind that
 * keeps its own state are to say is returned; the others are filled in. `onEdit` hears of every change by the learner.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  { item, version, draw, sitting }: Question,
  onEdit: () => void,
): Said | undefined {
  const [restored, setRestored] = useState<Said>();
  const edited = useRef(onEdit);
  useEffect(() => {
    edited.current = onEdit;
  });

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let wasTouched = isTouched(element);
    let isRestoring = false;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function capture() {
      clearTimeout(timer);
      timer = undefined;
      if (element) keepDraft({ item, version, body: { inputs: inputsOf(element), draw, sitting } });
    }
    function edit() {
      if (isRestoring) return;
      wasTouched = true;
      edited.current();
      timer ??= setTimeout(capture, settleMs);
    }
    // What is handed in is what was kept.
    const submit = () => timer !== undefined && capture();

    function restore(draft: Draft | undefined) {
      const inputs = draft?.body.inputs;
      if (isOver || wasTouched || !element || !inputs) return;
      if (draft.body.draw !== draw || draft.body.sitting !== sitting) return;
      isRestoring = true;
      fillIn(element, inputs, draft.version !== version);
      isRestoring = false;
      // Letters may stand for something else in another version.
      if (draft.version === version) setRestored(inputs);
    }
    async function look() {
      const here = await draftHere(item);
      restore(here);
      restore(await draftElsewhere(item, here));
    }

    if (wasTouched) capture();
    void look();
    element.addEventListener('input', edit);
    element.addEventListener('change', edit);
    element.addEventListener('submit', submit);
    return () => {
      isOver = true;
      submit();
      element.removeEventListener('input', edit);
      element.removeEventListener('change', edit);
      element.removeEventListener('submit', submit);
    };
  }, [form, item, version, draw, sitting]);
  return restored;
}
