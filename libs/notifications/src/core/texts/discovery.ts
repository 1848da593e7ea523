import type { ExpertFact, PatentFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

/** Where somebody sees to their own profile. */
const MY_PROFILE = '/experts/mine';

const ofExpert =
  (title: (name: string) => string, body: (expert: ExpertFact) => string, place = '/experts/') =>
  (expert: ExpertFact): Text => ({
    title: title(expert.name),
    body: body(expert),
    link: place.endsWith('/') ? `${place}${expert.id}` : place,
  });
const noted = ({ note }: ExpertFact): string => (note === '' ? '' : `说明：${note}。`);

export const EXPERT_TEXTS = {
  waitsForUnit: ofExpert(
    (name) => `${name}申报专家库，待单位同意`,
    ({ unitName }) => `请核对其为${unitName}人员及所填信息，同意后由科技部门审核。`,
  ),
  waitsForBureau: ofExpert(
    (name) => `${name}申报专家库，待审核`,
    ({ unitName }) => `所在单位：${unitName}。请审核入库条件和回避关系。`,
  ),
  consented: ofExpert(
    () => '单位已同意您申报专家库',
    () => '已转科技部门审核，结果会在这里告知。',
    MY_PROFILE,
  ),
  declined: ofExpert(
    () => '单位未同意您申报专家库',
    (expert) => `${noted(expert)}修改后可以重新提交。`,
    MY_PROFILE,
  ),
  admitted: ofExpert(
    () => '您已入专家库',
    () => '可以随时修改档案和公开范围；新的任职、持股、亲属等回避关系请及时登记。',
    MY_PROFILE,
  ),
  returned: ofExpert(
    () => '您的专家库申报被退回',
    (expert) => `${noted(expert)}修改后可以重新提交。`,
    MY_PROFILE,
  ),
  suspended: ofExpert(
    () => '您在专家库的资格已暂停',
    (expert) => `${noted(expert)}暂停期间不会被抽取。`,
    MY_PROFILE,
  ),
  resumed: ofExpert(
    () => '您在专家库的资格已恢复',
    () => '档案重新公开，可以被邀请和抽取。',
    MY_PROFILE,
  ),
  removed: ofExpert(
    () => '您已被移出专家库',
    (expert) => `${noted(expert)}如有异议，请向科技部门提出。`,
    MY_PROFILE,
  ),
} satisfies Texts<ExpertFact>;

const ofPatent =
  (title: (name: string) => string, body: (patent: PatentFact) => string) =>
  (patent: PatentFact): Text => ({
    title: title(`${quoted(patent.title)}（${patent.displayNumber}）`),
    body: body(patent),
    link: `/patents/${patent.id}`,
  });

export const PATENT_TEXTS = {
  due: ofPatent(
    (name) => `专利${name}有事项待办`,
    ({ warning }) => `${warning ?? ''}。办理后请在专利登记簿中登记。`,
  ),
  expired: ofPatent(
    (name) => `专利${name}期限届满`,
    ({ expiresOn }) => `专利权期限已于 ${expiresOn} 届满，登记簿已更新；以该专利上线的成果请及时修订。`,
  ),
} satisfies Texts<PatentFact>;
