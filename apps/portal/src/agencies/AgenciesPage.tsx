import { useWords } from '../i18n/index.js';
import { JoinActions } from '../register/JoinActions.js';
import { AgencyList } from './AgencyList.js';
import { agencyWords } from './words.js';

/**
 * 中介机构名录: who is registered.
 * @param searched below the one search box, which has heading and box
 */
export function AgenciesPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(agencyWords);
  return (
    <AgencyList
      whole={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <JoinActions
            register={{ to: '/agencies/register', label: t.register }}
            own={{ to: '/agencies/mine', icon: 'building', mine: t.mine, join: t.join }}
          />
        )
      }
    />
  );
}

export { AgenciesPage as Component };
