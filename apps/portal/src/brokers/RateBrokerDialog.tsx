import { useCommand } from '../api/command.js';
import { Field, RadioButtons, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { RatingAspect } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ratingAspects, ratingWords } from '../register/performanceWords.js';
import { RateBrokerDocument } from './ledgerDocuments.js';

const POINTS = [5, 4, 3, 2, 1] as const;

/** A side of a signed deal rates its broker: each aspect, and in words. */
export function RateBrokerDialog({
  dealId,
  broker,
  onClose,
}: {
  readonly dealId: string;
  readonly broker: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const t = useWords(ratingWords);
  const aspects = useWords(ratingAspects);
  const rate = useCommand(RateBrokerDocument);
  const form = `rate-broker:${dealId}:${broker.id}`;
  const [expertise, setExpertise] = useKept(form, 'EXPERTISE', '');
  const [timeliness, setTimeliness] = useKept(form, 'TIMELINESS', '');
  const [honesty, setHonesty] = useKept(form, 'HONESTY', '');
  const [outcome, setOutcome] = useKept(form, 'OUTCOME', '');
  const [text, setText] = useKept(form, 'text', '');
  const choices = POINTS.map((points) => ({ value: String(points), label: t.score(points) }));
  const field = (aspect: RatingAspect, value: string, set: (value: string) => void) => (
    <Field label={aspects[aspect]} path={`scores.${aspect}`} required group>
      <RadioButtons value={value} choices={choices} onChange={set} />
    </Field>
  );
  return (
    <FormDialog
      kept={form}
      title={t.rate}
      done={t.done}
      disabled={[expertise, timeliness, honesty, outcome].includes('')}
      onClose={onClose}
      onSubmit={() =>
        rate.run({
          brokerId: broker.id,
          dealId,
          scores: {
            EXPERTISE: Number(expertise),
            TIMELINESS: Number(timeliness),
            HONESTY: Number(honesty),
            OUTCOME: Number(outcome),
          },
          text: text || null,
        })
      }
    >
      <p>{t.rateAsk(broker.name)}</p>
      {field('EXPERTISE', expertise, setExpertise)}
      {field('TIMELINESS', timeliness, setTimeliness)}
      {field('HONESTY', honesty, setHonesty)}
      {field('OUTCOME', outcome, setOutcome)}
      <Field label={t.text} path="text" hint={t.textHint}>
        <TextArea value={text} rows={4} max={1000} onChange={setText} />
      </Field>
    </FormDialog>
  );
}
