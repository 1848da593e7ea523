import { useCommand } from '../api/command.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { useMoneyText } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import {
  AnswerRewardObjectionDocument,
  CorrectRewardPaymentDocument,
  ObjectToRewardDocument,
  RecordRewardPaymentDocument,
} from './commands.js';
import type { Reward } from './types.js';
import { rewardWords } from './words.js';

interface Props {
  readonly reward: Reward;
  readonly onClose: () => void;
}

/** 提出异议. */
export function ObjectDialog({ reward, onClose }: Props) {
  const t = useWords(rewardWords);
  const object = useCommand(ObjectToRewardDocument);
  const [statement, setStatement] = useKept('object', 'statement', '');
  return (
    <FormDialog
      kept="object"
      title={t.object}
      done={t.objected}
      onClose={onClose}
      disabled={statement.trim() === ''}
      onSubmit={() => object.run({ id: reward.id, statement })}
    >
      <Field label={t.statement} path="statement" required>
        <TextArea value={statement} max={2000} rows={6} onChange={setStatement} />
      </Field>
    </FormDialog>
  );
}

/** 答复异议. */
export function AnswerDialog({ reward, objectionId, onClose }: Props & { readonly objectionId: string }) {
  const t = useWords(rewardWords);
  const answer = useCommand(AnswerRewardObjectionDocument);
  const [upheld, setUpheld] = useKept(`answer/${objectionId}`, 'upheld', '');
  const [text, setText] = useKept(`answer/${objectionId}`, 'text', '');
  return (
    <FormDialog
      kept={`answer/${objectionId}`}
      title={t.answer}
      done={t.answered}
      onClose={onClose}
      disabled={upheld === '' || text.trim() === ''}
      onSubmit={() =>
        answer.run({
          id: reward.id,
          expectedVersion: reward.version,
          objectionId,
          upheld: upheld === 'yes',
          answer: text,
        })
      }
    >
      <Field label={t.verdict} path="upheld" group required>
        <RadioButtons
          value={upheld}
          choices={[
            { value: 'yes', label: t.upheld },
            { value: 'no', label: t.notUpheld },
          ]}
          onChange={setUpheld}
        />
      </Field>
      <Field label={t.answerText} path="answer" required>
        <TextArea value={text} max={2000} rows={5} onChange={setText} />
      </Field>
    </FormDialog>
  );
}

/** 记录发放: to somebody to whom something is still owed, at first all of it. */
export function PayDialog({ reward, onClose }: Props) {
  const t = useWords(rewardWords);
  const money = useMoneyText();
  const pay = useCommand(RecordRewardPaymentDocument);
  const owed = reward.people
    .map((person) => ({ ...person, left: person.amount - (person.paid ?? 0) }))
    .filter(({ left }) => left > 0);
  const [line, setLine] = useKept('pay', 'line', owed[0]?.line ?? 0);
  const [amount, setAmount] = useKept<number | null>('pay', 'amount', owed[0]?.left ?? null);
  const [paidOn, setPaidOn] = useKept<string | null>('pay', 'paidOn', null);
  const [voucher, setVoucher] = useKept('pay', 'voucher', '');
  return (
    <FormDialog
      kept="pay"
      title={t.pay}
      done={t.payRecorded}
      onClose={onClose}
      disabled={amount === null || paidOn === null}
      onSubmit={() =>
        pay.run({
          id: reward.id,
          expectedVersion: reward.version,
          line,
          amount: amount ?? 0,
          paidOn: paidOn ?? '',
          voucher,
        })
      }
    >
      <Field label={t.payFor} path="line" required>
        <SelectInput
          value={String(line)}
          choices={owed.map(({ line: value, name, left }) => ({
            value: String(value),
            label: `${name} · ${money(left)}`,
          }))}
          onChange={(next) => {
            setLine(Number(next));
            setAmount(owed.find((person) => person.line === Number(next))?.left ?? null);
          }}
        />
      </Field>
      <Field label={t.amount} path="amount" required>
        <MoneyInput value={amount} onChange={setAmount} />
      </Field>
      <Field label={t.paidOn} path="paidOn" required>
        <DateInput value={paidOn} onChange={setPaidOn} />
      </Field>
      <Field label={t.voucher} path="voucher" required>
        <TextInput value={voucher} onChange={setVoucher} />
      </Field>
    </FormDialog>
  );
}

/** 更正发放记录: what was paid wrongly and found late. */
export function CorrectDialog({ reward, paymentId, onClose }: Props & { readonly paymentId: string }) {
  const t = useWords(rewardWords);
  const correct = useCommand(CorrectRewardPaymentDocument);
  const kept = `correct/${paymentId}`;
  const [correctedOn, setCorrectedOn] = useKept<string | null>(kept, 'correctedOn', null);
  const [voucher, setVoucher] = useKept(kept, 'voucher', '');
  const [reason, setReason] = useKept(kept, 'reason', '');
  return (
    <FormDialog
      kept={kept}
      title={t.correct}
      done={t.corrected}
      onClose={onClose}
      disabled={correctedOn === null}
      onSubmit={() =>
        correct.run({
          id: reward.id,
          expectedVersion: reward.version,
          paymentId,
          correctedOn: correctedOn ?? '',
          voucher,
          reason,
        })
      }
    >
      <p>{t.correctAsk}</p>
      <Field label={t.correctedOn} path="correctedOn" required>
        <DateInput value={correctedOn} onChange={setCorrectedOn} />
      </Field>
      <Field label={t.correctionVoucher} path="voucher" required>
        <TextInput value={voucher} onChange={setVoucher} />
      </Field>
      <Field label={t.correctionReason} path="reason" required>
        <TextArea value={reason} max={500} rows={3} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
