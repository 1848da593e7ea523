import { DateInput } from '../../design/DateInput.js';
import { CheckBoxes, Field } from '../../design/Field.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { useSeatState } from './Panel.js';
import { panelWords } from './panelWords.js';

type Seat = Contract['experts'][number];

/** Whoever can be written to and has not answered. */
export const isInvitable = ({ email, favourable, recusal }: Seat): boolean =>
  Boolean(email) && favourable == null && !recusal;

/** 邀请专家在线评审: to whom the letters go, and by when the opinions are asked for. */
export function InviteFields(props: {
  readonly contract: Contract;
  readonly expertIds: readonly string[];
  readonly answerBy: string | null;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onDay: (day: string | null) => void;
}) {
  const t = useWords(panelWords);
  const stateOf = useSeatState();
  const { dueOn, experts } = props.contract;
  return (
    <>
      <p>{t.inviteAsk}</p>
      <Field label={t.invitees} path="expertIds" group required>
        <CheckBoxes
          values={props.expertIds}
          choices={experts.filter(isInvitable).map((seat) => ({
            value: seat.id,
            label: `${seat.name}（${seat.email ?? ''}）· ${stateOf(seat)}`,
          }))}
          onChange={props.onChoose}
        />
      </Field>
      <Field label={t.answerBy} path="answerBy" required hint={dueOn ? t.answerHint(dueOn) : undefined}>
        <DateInput value={props.answerBy} onChange={props.onDay} />
      </Field>
    </>
  );
}
