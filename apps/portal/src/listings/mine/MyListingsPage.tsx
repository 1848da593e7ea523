import { useLocation } from 'react-router';
import { useViewer } from '../../api/viewer.js';
import { Button } from '../../design/Button.js';
import { Heading } from '../../design/ListPage.js';
import { SubNav } from '../../design/SubNav.js';
import { useWords } from '../../i18n/index.js';
import { MyNeeds } from './MyNeeds.js';
import { MyResults } from './MyResults.js';
import { mineWords } from './words.js';

/** 我的发布: the results and needs of one's organisations, in every state. */
export function MyListingsPage() {
  const t = useWords(mineWords);
  const { may } = useViewer();
  const needs = useLocation().pathname.endsWith('/needs');
  return (
    <div className="wrap">
      <Heading
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <Button icon="upload" to="/imports">
              {t.bulk}
            </Button>
            {may('DRAFT_RESULT') && (
              <Button tone={needs ? 'default' : 'primary'} icon="plus" to="/listings/results/new/edit">
                {t.newResult}
              </Button>
            )}
            {may('POST_NEED') && (
              <Button tone={needs ? 'primary' : 'default'} icon="plus" to="/listings/needs/new/edit">
                {t.newNeed}
              </Button>
            )}
          </>
        }
      />
      <SubNav
        label={t.kinds}
        items={[
          { to: '/listings', label: t.results },
          { to: '/listings/needs', label: t.needs },
        ]}
      />
      {needs ? <MyNeeds /> : <MyResults />}
    </div>
  );
}

export { MyListingsPage as Component };
