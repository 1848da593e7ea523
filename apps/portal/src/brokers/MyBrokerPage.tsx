import { useCallback } from 'react';
import { useClient } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer, type ViewerOrganisation } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Heading } from '../design/ListPage.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import type { BrokerPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { EntryEditor, type EntryForm } from '../register/EntryEditor.js';
import { OwnEntry } from '../register/OwnEntry.js';
import { registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { BrokerFields } from './BrokerFields.js';
import { storedBroker, type BrokerFormContent } from './brokerForm.js';
import { SaveBrokerDocument } from './commands.js';
import { MyBrokerDocument } from './documents.js';
import { brokerFormWords } from './formWords.js';

/** One's own entry as a broker. */
export function MyBrokerPage() {
  const { viewer } = useViewer();
  const agencies = (viewer?.memberships ?? [])
    .filter(({ state, organisation }) => state === 'ACTIVE' && organisation?.status === 'ACTIVE')
    .flatMap(({ organisation }) => organisation ?? [])
    .filter(({ kind }) => kind !== 'BUREAU_CITY' && kind !== 'BUREAU_COUNTY');
  return (
    <OwnEntry query={MyBrokerDocument} entryOf={({ myBroker }) => myBroker} pageOf={(id) => `/brokers/${id}`}>
      {(broker) =>
        broker || agencies.length > 0 ? <Editor broker={broker} agencies={agencies} /> : <NoAgency />
      }
    </OwnEntry>
  );
}

function NoAgency() {
  const t = useWords(brokerFormWords);
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <Empty title={t.noAgency}>
        <p>{t.noAgencyText}</p>
        <Button icon="building" to="/account/organisations">
          {t.toOrganisations}
        </Button>
      </Empty>
    </div>
  );
}

function Editor({
  broker,
  agencies,
}: {
  readonly broker: BrokerPageFragment | null;
  readonly agencies: readonly ViewerOrganisation[];
}) {
  const t = useWords(brokerFormWords);
  const r = useWords(registerWords);
  const states = useWords(registerStates);
  const client = useClient();
  const { viewer } = useViewer();
  const { run } = useCommand(SaveBrokerDocument);
  const save = useCallback<EntryForm<BrokerFormContent>['save']>(
    async ({ id, expectedVersion, content }) => {
      const outcome = await run({ id, expectedVersion, ...content });
      return outcome.ok ? { ok: true, data: outcome.data.saveBroker.broker } : outcome;
    },
    [run],
  );
  const load = useCallback(async () => {
    const answer = await client.query(MyBrokerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    return answer.data?.myBroker ? storedBroker(answer.data.myBroker) : null;
  }, [client]);
  const active = broker?.state === 'ACTIVE';
  return (
    <EntryEditor
      title={t.title}
      intro={t.intro}
      mark={broker && <StatusTag tone={registerTones[broker.state]}>{states[broker.state]}</StatusTag>}
      next={active ? r.preview : r.next}
      missingFirst={r.missingFirst}
      pageOf={(id) => `/brokers/${id}`}
      form={{
        initial: broker && storedBroker(broker),
        empty: {
          organisationId: agencies[0]?.id ?? '',
          content: { email: viewer?.person.email ?? '' },
        },
        save,
        load,
      }}
    >
      {(content, patch) => (
        <BrokerFields form={content} agencies={agencies} fixedAgency={active} onChange={patch} />
      )}
    </EntryEditor>
  );
}

export { MyBrokerPage as Component };
