import { useWords } from '../i18n/index.js';
import { JoinActions } from '../register/JoinActions.js';
import { ExpertList } from './ExpertList.js';
import { expertWords } from './words.js';

/**
 * 专家: who is in the bank and lets one know.
 * @param searched below the one search box, which has heading and box
 */
export function ExpertsPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(expertWords);
  return (
    <ExpertList
      bank={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <JoinActions
            register={{ to: '/experts/bank', label: t.bank }}
            own={{ to: '/experts/mine', icon: 'user', mine: t.mine, join: t.join }}
          />
        )
      }
    />
  );
}

export { ExpertsPage as Component };
