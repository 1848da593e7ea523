import type { English } from '../../i18n/reading.js';

/** Organisations and their members. */
export const organisations: English = {
  '单位“{0}”待审核': 'The organisation “{0}” waits for review',
  请核对统一社会信用代码和单位信息后通过或退回:
    'Check the unified social credit code and the details, then approve or return it',
  '单位“{0}”已通过审核': 'The organisation “{0}” was approved',
  '现在可以发布成果、需求并参与对接': 'It can now publish results and needs and take part in deals',
  '单位“{0}”未通过审核': 'The organisation “{0}” was not approved',
  '请查看原因，更正单位信息后重新提交': 'See why, correct the details and hand it in again',
  '单位“{0}”已被停用': 'The organisation “{0}” was suspended',
  '停用期间不能办理业务，请查看原因并与科技部门联系':
    'Nothing can be done for it meanwhile; see why and contact the bureau',
  '单位“{0}”已恢复使用': 'The organisation “{0}” was restored',
  '单位“{0}”的资料已导出': 'The records of “{0}” were exported',
  '请在{0}前下载并妥善保管，过期后需要重新导出':
    'Fetch them by {0} and keep them safe; later they have to be exported again',
  '不是本单位要导出的，请检查管理员账号的安全':
    'If your organisation did not ask for it, check that its administrators’ accounts are safe',
  '单位“{0}”的资料未能导出': 'The records of “{0}” could not be exported',
  请在单位页面查看原因后重新导出: 'See why on the organisation’s page and export them again',
  现在可以继续办理业务: 'It can go on with its business',
};
