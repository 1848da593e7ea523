import { useCommand, type Outcome } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { ActForm, type Entered } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { useWords } from '../i18n/index.js';
import type { Batch } from './batch.js';
import { ChangeCallBatchDocument, OpenCallBatchDocument } from './documents.js';
import { batchWords } from './words.js';

const CAN = { enabled: true, reason: null, violations: [] };
const NO_FILES = { projectId: '', action: '' };

/** Opens a batch, or changes one. */
export function BatchForm({ batch, onDone }: { readonly batch: Batch | null; readonly onDone: () => void }) {
  const t = useWords(batchWords);
  const open = useCommand(OpenCallBatchDocument);
  const change = useCommand(ChangeCallBatchDocument);
  const run = async (entered: Entered): Promise<Outcome<unknown>> => {
    const form = {
      ...{ title: textOf(entered, 'title'), guide: textOf(entered, 'guide') },
      ...{ opensOn: textOf(entered, 'opensOn'), closesOn: textOf(entered, 'closesOn') },
    };
    const outcome =
      batch === null
        ? await open.run(form)
        : await change.run({ id: batch.id, expectedVersion: batch.version, ...form });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <AntdArea>
      <ActForm
        name={`batch/${batch?.id ?? 'new'}`}
        subject={NO_FILES}
        label={batch === null ? t.open : t.change}
        action={{ ...CAN, action: 'batch' }}
        asked={[
          { name: 'title', label: t.name, kind: 'text' },
          { name: 'opensOn', label: t.opensOn, kind: 'day' },
          { name: 'closesOn', label: t.closesOn, kind: 'day' },
          { name: 'guide', label: t.guide, hint: t.guideHint, kind: 'area' },
        ]}
        {...(batch && {
          initial: {
            ...{ title: batch.title, opensOn: batch.opensOn, closesOn: batch.closesOn },
            guide: batch.guide,
          },
        })}
        run={run}
      />
    </AntdArea>
  );
}
