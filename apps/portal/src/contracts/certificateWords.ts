import { words } from '../i18n/index.js';

export const certificateWords = words(
  {
    certificate: '登记证明',
    version: (version: number) => `第 ${version} 版`,
    versions: '历次证明',
    download: '下载登记证明',
    drawing: '正在生成登记证明，生成后自动显示在这里',
    verify: '核验这份证明',
    calculate: '测算税收优惠与奖酬',
    VALID: '有效',
    SUPERSEDED: '已换发',
    CANCELLED: '登记已注销',
    REVOKED: '登记已撤销',
  },
  {
    certificate: 'Certificate',
    version: (version: number) => `version ${version}`,
    versions: 'Versions of the certificate',
    download: 'Download the certificate',
    drawing: 'The certificate is being drawn and will show here',
    verify: 'Verify this certificate',
    calculate: 'Calculate tax and reward',
    VALID: 'Valid',
    SUPERSEDED: 'Replaced',
    CANCELLED: 'Cancelled',
    REVOKED: 'Revoked',
  },
);
