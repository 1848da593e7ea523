import { useCallback, useState } from 'react';
import { Navigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { useViewer, type ViewerOrganisation } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import type { BrokerPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { EntryEditor, type EntryForm } from '../register/EntryEditor.js';
import { registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { BrokerFields } from './BrokerFields.js';
import { storedBroker, type BrokerFormContent } from './brokerForm.js';
import { SaveBrokerDocument } from './commands.js';
import { MyBrokerDocument } from './documents.js';
import { brokerFormWords } from './formWords.js';

/** One's own entry as a broker. */
export function MyBrokerPage() {
  // What is edited is read once: later answers of the cache must not replace what is being written.
  const [first, setFirst] = useState<{ readonly broker: BrokerPageFragment | null } | null>(null);
  const [result, ask] = useQuery({
    query: MyBrokerDocument,
    pause: first !== null,
    requestPolicy: 'network-only',
  });
  const { viewer } = useViewer();
  if (!first && result.data && !result.fetching) setFirst({ broker: result.data.myBroker ?? null });
  const agencies = (viewer?.memberships ?? [])
    .filter(({ state, organisation }) => state === 'ACTIVE' && organisation?.status === 'ACTIVE')
    .flatMap(({ organisation }) => organisation ?? [])
    .filter(({ kind }) => kind !== 'BUREAU_CITY' && kind !== 'BUREAU_COUNTY');
  return (
    <Loaded
      page
      result={result}
      value={first ?? undefined}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {({ broker }) => {
        if (broker && !findAction(broker.availableActions, 'edit'))
          return <Navigate replace to={`/brokers/${broker.id}`} />;
        return broker || agencies.length > 0 ? <Editor broker={broker} agencies={agencies} /> : <NoAgency />;
      }}
    </Loaded>
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
