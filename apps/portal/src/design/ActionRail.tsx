import { useId, useState, type ReactNode } from 'react';
import type { AvailableAction } from '../api/actions.js';
import type { Outcome } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import css from './ActionRail.module.css';
import { Button } from './Button.js';
import { classes } from './classes.js';
import { Dialog } from './Dialog.js';
import { ErrorsProvider, Field, TextArea, TextInput } from './Field.js';
import { forget, keptKey, useKept } from './kept.js';
import { isTyping, useKeys } from './keys.js';
import { Refusal, Violations } from './States.js';
import { useToast } from './Toast.js';

/** How an action looks and what it needs, by the verb of its mutation. */
export interface ActionSpec {
  /** What the button says: the act itself, 提交登记申请. */
  readonly label: string;
  readonly tone?: 'primary' | 'default' | 'danger';
  /** What will happen; asked before it does. */
  readonly confirm?: ReactNode;
  /** Words that the action takes along; shown to the other side. */
  readonly reason?: {
    readonly label: string;
    readonly hint?: string;
    readonly required?: boolean;
    readonly max: number;
    /** The input's field that takes it, where that is not `reason`: what is wrong with it is said beside it. */
    readonly path?: string;
  };
  /** Does it. `reason` is what was written, trimmed. */
  readonly run?: (input: { readonly reason: string }) => Promise<Outcome<unknown>>;
  /** Said once it was done. */
  readonly done?: string;
  /** Opens a page instead. */
  readonly to?: string;
  /** Opens a dialog of the page's own instead. */
  readonly open?: () => void;
  /** A letter that does the same as the button, on pages that are worked through by keyboard. */
  readonly shortcut?: string;
}

/** The order of the specs is the order of the buttons; the first enabled one leads on a narrow screen. */
export type ActionSpecs = Readonly<Record<string, ActionSpec>>;

export interface Shown {
  readonly name: string;
  readonly spec: ActionSpec;
  readonly available: AvailableAction;
}

/** The actions that are both offered and known, in the order of the specs. */
export const shown = (available: readonly AvailableAction[], specs: ActionSpecs): Shown[] =>
  Object.entries(specs).flatMap(([name, spec]) => {
    const found = available.find((entry) => entry.action === name);
    return found ? [{ name, spec, available: found }] : [];
  });

function ActionButton({ item, onAct }: { item: Shown; onAct: (item: Shown) => void }) {
  const why = useId();
  const say = useSay();
  const { spec, available } = item;
  return (
    <>
      <Button
        block
        tone={spec.tone ?? 'default'}
        disabled={!available.enabled}
        describedBy={available.enabled ? undefined : why}
        to={available.enabled ? spec.to : undefined}
        onClick={() => onAct(item)}
      >
        {spec.label}
        {spec.shortcut && <kbd className={css['key']}>{spec.shortcut.toUpperCase()}</kbd>}
      </Button>
      {!available.enabled && (
        <div id={why} className={css['why']}>
          {available.violations.length > 0 ? (
            <Violations violations={available.violations} />
          ) : (
            available.reason && say(available.reason)
          )}
        </div>
      )}
    </>
  );
}

/** What is at most so long is written on one line. */
const ONE_LINE = 120;

/** Asks for the reason, or whether one is sure, and shows a refusal where it was asked. */
export function ActDialog({
  item,
  onClose,
  only = false,
}: {
  item: Shown;
  onClose: (done: boolean) => void;
  /** It is the page's only one of this act, so that its reason can be kept. */
  only?: boolean;
}) {
  const c = useWords(common);
  const form = only ? `act/${item.name}` : null;
  const [key] = useState(() => (form === null ? null : keptKey(form)));
  const [reason, setReason] = useKept(form, 'reason', '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { spec } = item;
  const submit = async (): Promise<void> => {
    setBusy(true);
    const outcome = await spec.run?.({ reason: reason.trim() });
    setBusy(false);
    if (outcome && !outcome.ok) setFailure(outcome.failure);
    else {
      if (key !== null) forget(key);
      onClose(true);
    }
  };
  return (
    <Dialog
      open
      title={spec.label}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{c.cancel}</Button>
          <Button
            tone={spec.tone === 'danger' ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void submit()}
          >
            {spec.label}
          </Button>
        </>
      }
    >
      {spec.confirm && <div>{spec.confirm}</div>}
      {spec.reason && (
        <ErrorsProvider value={failure?.violations ?? []}>
          <Field
            label={spec.reason.label}
            path={spec.reason.path ?? 'reason'}
            hint={spec.reason.hint}
            required={spec.reason.required ?? false}
          >
            {spec.reason.max > ONE_LINE ? (
              <TextArea value={reason} onChange={setReason} max={spec.reason.max} />
            ) : (
              <TextInput value={reason} onChange={setReason} />
            )}
          </Field>
        </ErrorsProvider>
      )}
      <Refusal failure={failure} />
    </Dialog>
  );
}

/**
 * The buttons of a thing, fed by its `availableActions`: what cannot be done now is shown with what stands in its way.
 * At the right of a wide page; at the bottom of a narrow one.
 */
export function ActionRail({
  available,
  specs,
  extra,
}: {
  available: readonly AvailableAction[];
  specs: ActionSpecs;
  extra?: ReactNode;
}) {
  const c = useWords(common);
  const toast = useToast();
  const [asking, setAsking] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [drawer, setDrawer] = useState(false);
  const items = shown(available, specs);

  const act = (item: Shown): void => {
    setDrawer(false);
    setFailure(null);
    const { spec } = item;
    if (spec.open) spec.open();
    else if (spec.confirm || spec.reason) setAsking(item);
    else
      void spec.run?.({ reason: '' }).then((outcome) => {
        if (!outcome.ok) setFailure(outcome.failure);
        else if (spec.done) toast(spec.done);
      });
  };
  useKeys((event) => {
    const item = items.find(
      ({ spec, available: now }) => now.enabled && spec.shortcut === event.key.toLowerCase(),
    );
    if (!item || isTyping(event)) return;
    event.preventDefault();
    act(item);
  });
  const lead = items.find((item) => item.available.enabled) ?? items[0];
  if (!lead && !extra) return null;
  return (
    <>
      <div className={css['rail']}>
        {items.map((item) => (
          <ActionButton key={item.name} item={item} onAct={act} />
        ))}
        {extra}
        <Refusal failure={failure} />
      </div>
      <div className={css['bar']}>
        {lead ? (
          <Button
            tone={lead.spec.tone ?? 'primary'}
            disabled={!lead.available.enabled}
            to={lead.available.enabled ? lead.spec.to : undefined}
            onClick={() => act(lead)}
          >
            {lead.spec.label}
          </Button>
        ) : (
          extra
        )}
        {(items.length > 1 || (lead && extra) || (lead && !lead.available.enabled) || failure) && (
          <Button onClick={() => setDrawer(true)} icon="up">
            {c.more}
          </Button>
        )}
      </div>
      <Dialog open={drawer} onClose={() => setDrawer(false)} title={c.more} side="bottom">
        <div className={classes(css['rail'], css['inDrawer'])}>
          {items.map((item) => (
            <ActionButton key={item.name} item={item} onAct={act} />
          ))}
          {extra}
          <Refusal failure={failure} />
        </div>
      </Dialog>
      {asking && (
        <ActDialog
          only
          item={asking}
          onClose={(done) => {
            setAsking(null);
            if (done && asking.spec.done) toast(asking.spec.done);
          }}
        />
      )}
    </>
  );
}
