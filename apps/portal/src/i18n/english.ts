import type { English } from './reading.js';

/** What every domain says: the kernel's and the platform's sentences. */
export const english: English = {
  // Who asks
  请先登录: 'Sign in first',
  只能由本人办理: 'Only the person concerned can do this',
  这一步由平台自动办理: 'The platform does this by itself',
  这一步由系统自动完成: 'The platform does this by itself',
  请求的格式有误: 'The request is not well formed',
  没有这个地址: 'There is no such address',
  请求的格式不支持: 'This format of request is not supported',
  '内容过大，请缩短文字或改用附件上传': 'There is too much in it: shorten the text or upload it as a file',
  '系统出错了，请稍后再试': 'Something went wrong on our side; try again later',
  '内容含有无法保存的字符（空字符或残缺的字符），请删除后重试':
    'The text holds characters that cannot be stored (null or broken ones); remove them and try again',
  '查询过大（{0}，最多 {1}）：请减少每页条数或字段 (the query is too large)':
    'The query is too large ({0}, at most {1}): ask for fewer entries a page or fewer fields',
  '时间应为 ISO 8601 格式': 'Write the time in the form of ISO 8601',
  '日期应为 2026-11-23 这样的格式': 'Write the date like 2026-11-23',

  // What is asked
  '{0}不存在，或您无权查看': '{0} does not exist, or you may not view it',
  '填写的内容有误，请按提示修改': 'Something filled in is not right; see the remarks',
  '当前状态（{0}）下不能执行该操作（{1}），请刷新后再试':
    'This step ({1}) is not possible in the present state ({0}); refresh and try again',
  '内容已被他人更新，请刷新后再试': 'Somebody else has changed this meanwhile; refresh and try again',
  '尝试次数过多，请 {0} 分钟后再试': 'Too many tries; try again in {0} {0|minute|minutes}',
  '同一请求编号已用于另一内容，请刷新后重试':
    'This request was already sent with other contents; refresh and try again',
  'clientMutationId 应为 UUID': 'clientMutationId must be a UUID',
  'first/after 与 last/before 只能取一组，且不能为负':
    'Use either first/after or last/before, and no negative number',
  '每页最多 {0} 条': 'A page has at most {0} entries',
  '翻页标记无效，请从第一页重新打开': 'The place in the list is no longer valid; start from the first page',

  // Fields
  '请填写{0}': 'Enter {0}',
  '{0}至少{1}个字，现在{2}个字': '{0} needs at least {1} characters; there {2|is|are} {2} now',
  '{0}最多{1}个字，现在{2}个字': '{0} may have at most {1} characters; there are {2} now',
  '{0}应在 0 到 1000 亿元之间': '{0} must be between CNY 0 and CNY 100 billion',
  '{0}“{1}”不在代码表中，请重新选择': '{0}: “{1}” is not in the code table; choose again',
  '{0}应以 http:// 或 https:// 开头': '{0} must begin with http:// or https://',
  '“{0}”不是国际专利分类号，应形如 H01L31/18':
    '“{0}” is not a symbol of the International Patent Classification; write it like H01L31/18',
  '{0}最多 {1} 项，现在 {2} 项': '{0}: at most {1} entries; there are {2} now',
  金额超出可计算范围: 'The amount is too large to be reckoned with',
  分配比例之和必须大于零: 'The shares must add up to more than zero',
  '金额应为不小于 0 的整数（分）': 'An amount is a whole number of fen, not below 0',
  请从列表中选择: 'Choose from the list',

  '系统暂时不可用，请稍后再试': 'The platform is not available for the moment; try again shortly',
  '重要操作请单独提交，不要与其他操作放在一次请求中':
    'Send what is grave by itself, not beside other acts in one request',
  '这项操作较为重要，请先验证身份，再接着办理':
    'This act is a grave one: confirm that it is you first, and go on then',
  '本服务只回答网关，请从网站的地址访问':
    'This service answers the gateway alone; use the address of the site',

  // Files
  '文件超过 {0} MB，请压缩或拆分后上传': 'The file is larger than {0} MB; compress or split it',
  '您在 24 小时内最多上传 {0} 个文件、共 {1} MB，余量不足，请稍后再传':
    'Within 24 hours you may upload {0} {0|file|files} and {1} MB in all; too little is left, try again later',
  '您所在单位在 24 小时内最多上传 {0} 个文件、共 {1} MB，余量不足，请稍后再传':
    'Within 24 hours your organisation may upload {0} {0|file|files} and {1} MB in all; too little is left, try again later',
  '文件是空的，请重新选择': 'The file is empty; choose another',
  '请用表单上传一个文件（multipart/form-data）': 'Upload one file by a form (multipart/form-data)',
  '没有收到文件，请重新选择': 'No file arrived; choose it again',
  '上传的内容不完整或格式有误，请重新上传': 'The upload is incomplete or not well formed; upload it again',

  // Imports
  '文件不是 UTF-8 编码，请另存为 “CSV UTF-8” 再导入':
    'The file is not in UTF-8; save it as “CSV UTF-8” and import it again',
  '文件没有表头，请在第一行写明各列的名称': 'The file has no header; name the columns in the first row',
  '表头中“{0}”出现了两次，请改名或删去一列':
    'The header names “{0}” twice; rename or remove one of the columns',
  '只能导入 {0} 文件，请另存为其中一种再导入': 'Only files of {0} can be imported; save it as one of them',
  '文件不是有效的 .xlsx 工作簿，请用表格软件重新保存后再导入':
    'The file is not a valid .xlsx workbook; save it anew with a spreadsheet program',
  '引号没有闭合，从本行起的内容无法读取，请补上引号再导入':
    'A quotation mark is not closed, and nothing from this row on can be read; close it and import again',
  '本行过长，多半是引号没有闭合；从本行起的内容无法读取，请检查后再导入':
    'This row is too long, probably because a quotation mark is not closed; nothing from here on can be read',
  '本行不是有效的 JSON，请检查引号、逗号和括号':
    'This line is not valid JSON; check quotation marks, commas and brackets',
  '本行应是一个 JSON 对象，形如 {"title":"…"}': 'This line should be a JSON object, like {"title":"…"}',
  '表头有 {0} 列，最多 {1} 列，请检查分隔符':
    'The header has {0} columns, at most {1} are read; check the separator',
  '本行含有空字符或残缺的字符（如 \\u0000、\\ud800），请修正':
    'This line holds null or broken characters (such as \\u0000 or \\ud800); correct it',
  '本行超过 100 万字符，未读取': 'This line has more than a million characters and was not read',
  '本行未能保存，请稍后单独重新导入': 'This row could not be saved; import it again by itself later',
  这里应是一段文字: 'This should be text',
  '这里应是一组 JSON 对象': 'This should be a list of JSON objects',
  '这里应是一个 JSON 对象': 'This should be a JSON object',
  '必填：{0}': 'Required: {0}',
  应为整数: 'This should be a whole number',
  应为数字: 'This should be a number',
  '金额应为不小于 0 的数（万元）': 'An amount in units of CNY 10,000, not below 0',
  '应填“是”或“否”': 'Write “是” (yes) or “否” (no)',
  '日期应写成 2026-11-23 这样': 'Write the date like 2026-11-23',
  '必填，写成 2026-11-23 这样': 'Required; write it like 2026-11-23',
  '不在可选范围内：{0}': 'Not one of the choices: {0}',
  '有不在可选范围内的内容：{0}': 'Something is not one of the choices: {0}',
};
