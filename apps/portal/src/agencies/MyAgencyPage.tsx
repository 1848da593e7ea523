import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer, type ViewerOrganisation } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Heading } from '../design/ListPage.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import type { AgencyPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { EntryEditor, type EntryForm } from '../register/EntryEditor.js';
import { OwnEntry } from '../register/OwnEntry.js';
import { registerStates, registerTones } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { AgencyFields, storedAgency, type AgencyFormContent } from './AgencyFields.js';
import { SaveAgencyDocument } from './commands.js';
import { MyAgenciesDocument } from './documents.js';
import { agencyFormWords } from './words.js';

/** The entry of an organisation that one runs; of several, the one that the address names. */
export function MyAgencyPage() {
  const t = useWords(agencyFormWords);
  const { organisationsAs } = useViewer();
  const [params] = useSearchParams();
  const run = organisationsAs('TRANSFER_OFFICER').filter(
    ({ kind }) => kind !== 'BUREAU_CITY' && kind !== 'BUREAU_COUNTY',
  );
  const organisation = run.find(({ id }) => id === params.get('of')) ?? run[0];
  if (organisation === undefined) return <None />;
  return (
    <>
      {run.length > 1 && (
        <div className="wrap">
          <SubNav
            label={t.choose}
            items={run.map(({ id, name }) => ({
              to: `/agencies/mine?of=${id}`,
              label: name,
              current: id === organisation.id,
            }))}
          />
        </div>
      )}
      <OwnEntry
        key={organisation.id}
        query={MyAgenciesDocument}
        entryOf={({ myAgencies }) => of(myAgencies, organisation.id)}
        pageOf={(id) => `/agencies/${id}`}
      >
        {(agency) => <Editor agency={agency} organisation={organisation} />}
      </OwnEntry>
    </>
  );
}

const of = (agencies: readonly AgencyPageFragment[], organisationId: string) =>
  agencies.find(({ organisation }) => organisation.id === organisationId);

function None() {
  const t = useWords(agencyFormWords);
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <Empty title={t.none}>
        <p>{t.noneText}</p>
        <Button icon="building" to="/account/organisations">
          {t.toOrganisations}
        </Button>
      </Empty>
    </div>
  );
}

function Editor({
  agency,
  organisation,
}: {
  readonly agency: AgencyPageFragment | null;
  readonly organisation: ViewerOrganisation;
}) {
  const t = useWords(agencyFormWords);
  const r = useWords(registerWords);
  const states = useWords(registerStates);
  const client = useClient();
  const { viewer } = useViewer();
  const { run } = useCommand(SaveAgencyDocument);
  const save = useCallback<EntryForm<AgencyFormContent>['save']>(
    async ({ id, expectedVersion, content }) => {
      const outcome = await run({ id, expectedVersion, ...content });
      return outcome.ok ? { ok: true, data: outcome.data.saveAgency.agency } : outcome;
    },
    [run],
  );
  const load = useCallback(async () => {
    const answer = await client.query(MyAgenciesDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    const stored = of(answer.data?.myAgencies ?? [], organisation.id);
    return stored ? storedAgency(stored) : null;
  }, [client, organisation.id]);
  return (
    <EntryEditor
      title={t.title}
      intro={t.intro}
      mark={agency && <StatusTag tone={registerTones[agency.state]}>{states[agency.state]}</StatusTag>}
      next={agency?.state === 'ACTIVE' ? r.preview : r.next}
      missingFirst={r.missingFirst}
      pageOf={(id) => `/agencies/${id}`}
      form={{
        initial: agency && storedAgency(agency),
        empty: {
          organisationId: organisation.id,
          content: { contact: viewer?.person.displayName ?? '', email: viewer?.person.email ?? '' },
        },
        save,
        load,
      }}
    >
      {(content, patch) => (
        <AgencyFields form={content} organisations={[organisation]} begun onChange={patch} />
      )}
    </EntryEditor>
  );
}

export { MyAgencyPage as Component };
