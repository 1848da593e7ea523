import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { CooperationMode, MatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { IntroduceBothDocument } from './InterestDialog.js';
import { introductionOf, matchWords } from './words.js';

/**
 * 一键引荐: a broker brings both sides of a match together at once, for neither side, with the reasons of the match as the
 * message. Whoever wants to say more, or acts for a side, opens the dialog beside it.
 */
export function Introduce({ match }: { match: MatchFieldsFragment }) {
  const t = useWords(matchWords);
  const { organisationsAs } = useViewer();
  const navigate = useNavigate();
  const toast = useToast();
  const introduce = useCommand(IntroduceBothDocument);
  const agency = organisationsAs('BROKER').find(({ kind }) => kind === 'BROKER_AGENCY');
  const { need, result } = match;
  if (!agency || !need || !result) return null;
  const send = async (): Promise<void> => {
    const outcome = await introduce.run({
      resultId: match.resultId,
      needId: match.needId,
      cooperationMode: commonMode(need.cooperationModes, result.cooperationModes),
      message: introductionOf(need.title, result.title, match.reasons),
      brokerOrganisationId: agency.id,
      represents: 'NONE',
    });
    if (!outcome.ok) return;
    toast(t.introduced);
    void navigate(`/deals/${outcome.data.introduceDeal.deal.id}`);
  };
  return (
    <>
      <Button tone="primary" size="small" busy={introduce.busy} onClick={() => void send()}>
        {t.introduceNow}
      </Button>
      <Refusal failure={introduce.failure} />
    </>
  );
}

/** What both want; else what the one that says something wants. */
const commonMode = (wanted: readonly CooperationMode[], offered: readonly CooperationMode[]) =>
  wanted.find((mode) => offered.includes(mode)) ?? wanted[0] ?? offered[0] ?? 'OTHER';
