import { When } from '../design/Values.js';
import type { MySecondFactorQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { secondFactorWords } from './secondFactorWords.js';

/** So few that the next lost phone may be one too many. */
const FEW = 3;

/** Whether one's second factor is on, and how many recovery codes are left. */
export function FactorState({ factor }: { factor: MySecondFactorQuery['mySecondFactor'] }) {
  const t = useWords(secondFactorWords);
  if (!factor.enabledAt) return <p className="quiet">{t.off}</p>;
  return (
    <p>
      {t.since}
      <When at={factor.enabledAt} />
      <br />
      {t.left(factor.recoveryCodesLeft)} {factor.recoveryCodesLeft <= FEW && t.fewLeft}
    </p>
  );
}
