import { useWords } from '../i18n/index.js';
import { JoinActions } from '../register/JoinActions.js';
import { BrokerList } from './BrokerList.js';
import { brokerWords } from './words.js';

/**
 * 技术经纪人名录: who is registered.
 * @param searched below the one search box, which has heading and box
 */
export function BrokersPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(brokerWords);
  return (
    <BrokerList
      whole={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <JoinActions
            register={{ to: '/brokers/register', label: t.register }}
            own={{ to: '/brokers/mine', icon: 'user', mine: t.mine, join: t.join }}
          />
        )
      }
    />
  );
}

export { BrokersPage as Component };
