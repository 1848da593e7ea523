import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useWords } from '../i18n/index.js';
import { BrokerList } from './BrokerList.js';
import { brokerWords } from './words.js';

/**
 * 技术经纪人名录: who is registered.
 * @param searched below the one search box, which has heading and box
 */
export function BrokersPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(brokerWords);
  const { viewer, may } = useViewer();
  return (
    <BrokerList
      whole={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <>
            {may('REVIEW_LISTING') && (
              <Button icon="building" to="/brokers/register">
                {t.register}
              </Button>
            )}
            <Button tone="primary" icon="user" to="/brokers/mine">
              {viewer ? t.mine : t.join}
            </Button>
          </>
        )
      }
    />
  );
}

export { BrokersPage as Component };
