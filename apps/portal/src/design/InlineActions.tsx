import { useId, useState } from 'react';
import type { AvailableAction } from '../api/actions.js';
import type { Failure } from '../api/failure.js';
import { ActDialog, shown, type ActionSpecs, type Shown } from './ActionRail.js';
import css from './ActionRail.module.css';
import { Button } from './Button.js';
import { Refusal, Violations } from './States.js';
import { useToast } from './Toast.js';

/** The actions of one entry of a list, in a row of small buttons; what stands in the way is said below. */
export function InlineActions({
  available,
  specs,
}: {
  available: readonly AvailableAction[];
  specs: ActionSpecs;
}) {
  const toast = useToast();
  const why = useId();
  const [asking, setAsking] = useState<Shown | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const items = shown(available, specs);
  if (items.length === 0) return null;

  const act = async (item: Shown): Promise<void> => {
    setFailure(null);
    const { spec } = item;
    if (spec.open) {
      spec.open();
      return;
    }
    if (spec.confirm || spec.reason) {
      setAsking(item);
      return;
    }
    setBusy(item.name);
    const outcome = await spec.run?.({ reason: '' });
    setBusy(null);
    if (outcome && !outcome.ok) setFailure(outcome.failure);
    else if (spec.done) toast(spec.done);
  };
  // Several actions often wait for the same thing: it is said once.
  const reasons = new Map(
    items
      .filter((item) => !item.available.enabled)
      .flatMap((item) => item.available.violations)
      .map((violation) => [violation.message, violation]),
  );
  return (
    <div className="stack" style={{ gap: 6 }}>
      <div className="row">
        {items.map((item) => (
          <Button
            key={item.name}
            size="small"
            tone={item.spec.tone ?? 'default'}
            disabled={!item.available.enabled}
            describedBy={item.available.enabled ? undefined : why}
            busy={busy === item.name}
            to={item.available.enabled ? item.spec.to : undefined}
            onClick={() => void act(item)}
          >
            {item.spec.label}
          </Button>
        ))}
      </div>
      {reasons.size > 0 && (
        <div id={why} className={css['why']}>
          <Violations violations={[...reasons.values()]} />
        </div>
      )}
      <Refusal failure={failure} />
      {asking && (
        <ActDialog
          item={asking}
          onClose={(done) => {
            setAsking(null);
            if (done && asking.spec.done) toast(asking.spec.done);
          }}
        />
      )}
    </div>
  );
}
