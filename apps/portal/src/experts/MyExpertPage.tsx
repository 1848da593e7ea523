import { useCallback } from 'react';
import { useClient } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { StatusTag } from '../design/StatusTag.js';
import type { ExpertPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { EntryEditor, type EntryForm } from '../register/EntryEditor.js';
import { OwnEntry } from '../register/OwnEntry.js';
import { SaveExpertDocument } from './commands.js';
import { MyExpertDocument } from './documents.js';
import { blankExpert, storedExpert, type ExpertFormContent } from './expertForm.js';
import { ExpertFields } from './ExpertFields.js';
import { expertFormWords } from './formWords.js';
import { expertStates, expertTones } from './terms.js';

/** One's own profile: begun with the first word, saved by itself, looked over and handed in on its page. */
export function MyExpertPage() {
  return (
    <OwnEntry query={MyExpertDocument} entryOf={({ myExpert }) => myExpert} pageOf={(id) => `/experts/${id}`}>
      {(expert) => <Editor expert={expert} />}
    </OwnEntry>
  );
}

function Editor({ expert }: { readonly expert: ExpertPageFragment | null }) {
  const t = useWords(expertFormWords);
  const states = useWords(expertStates);
  const client = useClient();
  const { viewer } = useViewer();
  const units = (viewer?.memberships ?? [])
    .filter(({ state, organisation }) => state === 'ACTIVE' && organisation?.status === 'ACTIVE')
    .flatMap(({ organisation }) => organisation ?? []);
  const { run } = useCommand(SaveExpertDocument);
  const save = useCallback<EntryForm<ExpertFormContent>['save']>(
    async ({ id, expectedVersion, content }) => {
      const outcome = await run({ id, expectedVersion, ...content });
      return outcome.ok ? { ok: true, data: outcome.data.saveExpert.expert } : outcome;
    },
    [run],
  );
  const load = useCallback(async () => {
    const answer = await client.query(MyExpertDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    return answer.data?.myExpert ? storedExpert(answer.data.myExpert) : null;
  }, [client]);
  const active = expert?.state === 'ACTIVE';
  return (
    <EntryEditor
      title={t.title}
      intro={t.intro}
      mark={expert && <StatusTag tone={expertTones[expert.state]}>{states[expert.state]}</StatusTag>}
      next={active ? t.preview : t.next}
      missingFirst={t.missingFirst}
      pageOf={(id) => `/experts/${id}`}
      form={{
        initial: expert && storedExpert(expert),
        empty: blankExpert(units[0]?.id ?? null, viewer?.person.email ?? ''),
        save,
        load,
      }}
    >
      {(content, patch) => <ExpertFields form={content} units={units} fixedUnit={active} onChange={patch} />}
    </EntryEditor>
  );
}

export { MyExpertPage as Component };
