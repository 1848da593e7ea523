import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { OneField, type Asked, type Entered } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { CallBanLevel } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ImposeCallBanDocument } from './documents.js';
import { banWords } from './words.js';

const FORM = 'ban';
const NOTHING: Entered = {};

/** 登记禁入, from the decision that it stands on: of an organisation, or of a person. */
export function ImposeDialog({
  onClose,
  onDone,
}: {
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useWords(banWords);
  const impose = useCommand(ImposeCallBanDocument);
  const [entered, setEntered] = useKept<Entered>(FORM, 'entered', NOTHING);
  const asked: readonly Asked[] = [
    { name: 'organisationId', label: t.organisation, kind: 'organisation', optional: true },
    { name: 'personName', label: t.personName, kind: 'text', optional: true },
    { name: 'personUnit', label: t.personUnit, kind: 'text', optional: true },
    { name: 'level', label: t.level, kind: 'choice', choices: choicesFrom(t.levels) },
    { name: 'fromDay', label: t.fromDay, kind: 'day' },
    { name: 'untilDay', label: t.untilDay, hint: t.untilHint, kind: 'day', optional: true },
    { name: 'document', label: t.document, kind: 'text' },
    { name: 'reason', label: t.reason, hint: t.reasonHint, kind: 'area' },
  ];
  const send = async () => {
    const outcome = await impose.run({
      organisationId: textOf(entered, 'organisationId') || null,
      ...{ personName: textOf(entered, 'personName'), personUnit: textOf(entered, 'personUnit') },
      level: textOf(entered, 'level') as CallBanLevel,
      ...{ fromDay: textOf(entered, 'fromDay'), untilDay: textOf(entered, 'untilDay') || null },
      ...{ document: textOf(entered, 'document'), reason: textOf(entered, 'reason') },
    });
    if (outcome.ok) onDone();
    return outcome;
  };
  const isMissing = asked.some(
    ({ name, optional }) => optional !== true && textOf(entered, name).trim() === '',
  );
  return (
    <AntdArea>
      <FormDialog
        title={t.impose}
        kept={FORM}
        disabled={isMissing}
        done={t.imposed}
        onClose={onClose}
        onSubmit={send}
      >
        {asked.map((field) => (
          <OneField
            key={field.name}
            asked={field}
            value={entered[field.name]}
            onChange={(name, value) => setEntered((before) => ({ ...before, [name]: value }))}
          />
        ))}
      </FormDialog>
    </AntdArea>
  );
}
