import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { LoadedPage } from '../design/Loaded.js';
import { useViewer } from '../api/viewer.js';
import { ActionRail, type ActionSpecs } from '../design/ActionRail.js';
import { DetailPage, Panel, Section } from '../design/DetailPage.js';
import { Notice, Violations } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { useWords } from '../i18n/index.js';
import { Pairs, TextSection } from '../listings/parts.js';
import { organisationKinds } from '../listings/terms.js';
import { searchAddress } from '../search/kinds.js';
import { EditOrganisationDialog } from './EditOrganisationDialog.js';
import { ExportPart } from './ExportPart.js';
import { Letters } from './Letters.js';
import { Members } from './Members.js';
import { Offers } from './Offers.js';
import {
  ApproveOrganisationDocument,
  OrganisationDocument,
  ReinstateOrganisationDocument,
  RejectOrganisationDocument,
  ResubmitOrganisationDocument,
  SuspendOrganisationDocument,
} from './organisationDocuments.js';
import { organisationPast, organisationWords } from './organisationWords.js';
import { organisationStatuses, organisationTones } from './terms.js';
import type { Organisation } from './types.js';

/** One organisation: what is registered of it, its members, its letters of authorisation. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: OrganisationDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.organisation}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      cards={2}
    >
      {(organisation) => <Shown organisation={organisation} />}
    </LoadedPage>
  );
}

function useSpecs(organisation: Organisation, open: (which: 'edit' | 'correct') => void): ActionSpecs {
  const t = useWords(organisationWords);
  const approve = useCommand(ApproveOrganisationDocument);
  const reject = useCommand(RejectOrganisationDocument);
  const resubmit = useCommand(ResubmitOrganisationDocument);
  const suspend = useCommand(SuspendOrganisationDocument);
  const reinstate = useCommand(ReinstateOrganisationDocument);
  const at = { organisationId: organisation.id, expectedVersion: organisation.version };
  const because = { label: t.why, hint: t.whyHint, required: true, max: 500 };
  return {
    approve: {
      label: t.act.approve,
      tone: 'primary',
      confirm: t.confirmApprove,
      reason: { label: t.opinion, max: 500 },
      run: ({ reason }) => approve.run({ ...at, opinion: reason || null }),
      done: t.done,
    },
    reject: {
      label: t.act.reject,
      reason: because,
      run: ({ reason }) => reject.run({ ...at, reason }),
      done: t.done,
    },
    resubmit: {
      label: t.act.resubmit,
      tone: 'primary',
      confirm: t.confirmResubmit,
      run: () => resubmit.run(at),
      done: t.submitted,
    },
    edit: { label: t.act.edit, open: () => open('edit') },
    correct: { label: t.act.correct, open: () => open('correct') },
    reinstate: {
      label: t.act.reinstate,
      reason: because,
      run: ({ reason }) => reinstate.run({ ...at, reason }),
      done: t.done,
    },
    suspend: {
      label: t.act.suspend,
      tone: 'danger',
      reason: because,
      run: ({ reason }) => suspend.run({ ...at, reason }),
      done: t.done,
    },
  };
}

function Shown({ organisation }: { organisation: Organisation }) {
  const t = useWords(organisationWords);
  const kinds = useWords(organisationKinds);
  const statuses = useWords(organisationStatuses);
  const past = useWords(organisationPast);
  const nameOf = useNameOf();
  const { viewer } = useViewer();
  const [editing, setEditing] = useState<'edit' | 'correct' | null>(null);
  const specs = useSpecs(organisation, setEditing);
  const mine = viewer?.memberships.find(
    (membership) => membership.organisation?.id === organisation.id && membership.state === 'ACTIVE',
  );
  const inside = mine !== undefined || organisation.contactName !== null;
  return (
    <DetailPage
      title={organisation.name}
      crumbs={[
        mine
          ? { label: t.title, to: '/account/organisations' }
          : { label: t.all, to: searchAddress('', 'organisation') },
      ]}
      eyebrow={
        <>
          <StatusTag tone={organisationTones[organisation.status]}>{statuses[organisation.status]}</StatusTag>
          <span>{kinds[organisation.kind]}</span>
          <span className="num">{organisation.uscc}</span>
        </>
      }
      facts={[
        {
          label: t.division,
          value: nameOf('divisions', organisation.divisionCode, organisation.divisionName),
        },
        {
          label: t.nature,
          value: nameOf('partyNatures', organisation.partyNature, organisation.partyNatureName),
        },
        { label: t.legal, value: organisation.legalRepresentative },
        ...(organisation.stateEstablished ? [{ label: t.state, value: '✓' }] : []),
      ]}
      actions={
        <>
          <ActionRail available={organisation.availableActions} specs={specs} />
          {editing && (
            <EditOrganisationDialog
              organisation={organisation}
              correct={editing === 'correct'}
              onClose={() => setEditing(null)}
            />
          )}
        </>
      }
      aside={
        <Panel title={t.contact}>
          <Pairs
            pairs={[
              organisation.contactName && [t.contactName, organisation.contactName],
              organisation.contactPhone && [
                t.contactPhone,
                <span key="p" className="num">
                  {organisation.contactPhone}
                </span>,
              ],
              organisation.contactEmail && [t.contactEmail, organisation.contactEmail],
              [t.address, organisation.address],
              organisation.website && [t.website, organisation.website],
            ]}
          />
          {organisation.contactName === null && <p className="quiet">{t.onlyMembers}</p>}
        </Panel>
      }
    >
      {organisation.decisionReason && (
        <Notice tone="amber" icon="warn">
          <strong>{t.reason}</strong>
          <p className="prose">{organisation.decisionReason}</p>
        </Notice>
      )}
      {organisation.warnings.length > 0 && (
        <Notice tone="amber" icon="warn">
          <strong>{t.warnings}</strong>
          <Violations violations={organisation.warnings} />
        </Notice>
      )}
      <TextSection title={t.introduction} text={organisation.introduction} />
      <Offers organisation={organisation} />
      {inside && (
        <Members organisation={organisation} administrator={mine?.roles.includes('ORG_ADMIN') ?? false} />
      )}
      {inside && (
        <Letters organisation={organisation} administrator={mine?.roles.includes('ORG_ADMIN') ?? false} />
      )}
      {mine?.roles.includes('ORG_ADMIN') && isExported(organisation) && (
        <ExportPart organisation={organisation} />
      )}
      {organisation.timeline.length > 0 && (
        <Section title={t.history}>
          <Timeline entries={organisation.timeline} nameOf={(action) => past[action] ?? action} />
        </Section>
      )}
    </DetailPage>
  );
}

/** What a bureau reads of its area is others'; a suspended organisation acts no more. */
const isExported = ({ kind, status }: Organisation): boolean =>
  status === 'ACTIVE' && kind !== 'BUREAU_CITY' && kind !== 'BUREAU_COUNTY';

export { OrganisationPage as Component };
