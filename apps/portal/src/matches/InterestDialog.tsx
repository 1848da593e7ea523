import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand, type Outcome } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Field, RadioButtons, SelectInput, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { BrokerRepresents, CooperationMode } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom, cooperationModes } from '../listings/terms.js';
import { matchWords } from './words.js';

const ExpressInterestDocument = graphql(`
  mutation ExpressInterest($input: OpenDealInput!) {
    openDeal(input: $input) {
      deal {
        id
      }
      clientMutationId
    }
  }
`);

export const IntroduceBothDocument = graphql(`
  mutation IntroduceBoth($input: IntroduceDealInput!) {
    introduceDeal(input: $input) {
      deal {
        id
      }
      clientMutationId
    }
  }
`);

/** What one is interested in: a result, a need, or a pair of both. */
export interface Subject {
  readonly resultId?: string;
  readonly needId?: string;
  /** Whom the owner of the need asks, where it is known by name. */
  readonly sellerId?: string;
  /** With a seller: the owner of the need, who alone asks besides brokers; null while it is hidden. */
  readonly buyerId?: string | null;
  readonly title: string;
  /** What the listing offers; all modes when it says nothing. */
  readonly modes: readonly CooperationMode[];
}

/** Whether both sides are named, so that a broker can introduce them. */
export const isPair = ({ resultId, needId, sellerId }: Subject): boolean =>
  needId !== undefined && (resultId !== undefined || sellerId !== undefined);

/** Opens a deal: interest from one's own side, or a broker's introduction of both. */
export function InterestDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const t = useWords(matchWords);
  const modeNames = useWords(cooperationModes);
  const { organisationsAs } = useViewer();
  const navigate = useNavigate();
  const own = organisationsAs('RESEARCHER', 'TRANSFER_OFFICER').filter(
    ({ id }) => subject.sellerId === undefined || id === subject.buyerId,
  );
  const agencies = isPair(subject)
    ? organisationsAs('BROKER').filter((agency) => agency.kind === 'BROKER_AGENCY')
    : [];
  const choices = [...own.filter((organisation) => organisation.kind !== 'BROKER_AGENCY'), ...agencies];
  const [organisationId, setOrganisation] = useState(choices[0]?.id ?? '');
  const [mode, setMode] = useState<CooperationMode>(subject.modes[0] ?? 'OTHER');
  // A page may show many matches: each pair is a form of its own.
  const form = `interest/${subject.resultId ?? subject.sellerId ?? ''}/${subject.needId ?? ''}`;
  const [message, setMessage] = useKept(form, 'message', '');
  const [represents, setRepresents] = useState<BrokerRepresents>('NONE');
  const open = useCommand(ExpressInterestDocument);
  const introduce = useCommand(IntroduceBothDocument);
  const asBroker = agencies.some((agency) => agency.id === organisationId);

  const about = {
    resultId: subject.resultId ?? null,
    needId: subject.needId ?? null,
    sellerId: subject.sellerId ?? null,
    ...(subject.sellerId === undefined ? {} : { title: subject.title }),
    cooperationMode: mode,
    message: message.trim(),
  };
  const send = async (): Promise<Outcome<unknown>> => {
    if (asBroker) {
      const outcome = await introduce.run({ ...about, brokerOrganisationId: organisationId, represents });
      if (outcome.ok) void navigate(`/deals/${outcome.data.introduceDeal.deal.id}`);
      return outcome;
    }
    const outcome = await open.run({ ...about, organisationId });
    if (outcome.ok) void navigate(`/deals/${outcome.data.openDeal.deal.id}`);
    return outcome;
  };

  return (
    <FormDialog
      title={asBroker ? t.introduce : t.interest}
      submitLabel={asBroker ? t.sendIntroduction : t.send}
      done={asBroker ? t.introduced : t.sent}
      kept={form}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{subject.title}</p>
      <p className="quiet">{t.note}</p>
      <Field label={t.as} path={asBroker ? 'brokerOrganisationId' : 'organisationId'} required>
        <SelectInput
          value={organisationId}
          onChange={setOrganisation}
          choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      {asBroker && (
        <Field label={t.represents} path="represents" hint={t.representsHint} group>
          <RadioButtons
            value={represents}
            onChange={(value) => setRepresents(value as BrokerRepresents)}
            choices={(['NONE', 'BUYER', 'SELLER', 'BOTH'] as const).map((value) => ({
              value,
              label: t[value],
            }))}
          />
        </Field>
      )}
      <Field label={t.mode} path="cooperationMode" required>
        <SelectInput
          value={mode}
          onChange={(value) => setMode(value as CooperationMode)}
          choices={choicesFrom(modeNames, subject.modes.length > 0 ? subject.modes : undefined)}
        />
      </Field>
      <Field label={t.message} path="message" hint={t.messageHint} required>
        <TextArea value={message} onChange={setMessage} max={2000} />
      </Field>
    </FormDialog>
  );
}
