import { words } from '../../i18n/index.js';

/** 注销事由 and 撤销事由, by the codes that the server knows. */
export const groundWords = words<
  Readonly<Record<'CANCELLATION' | 'REVOCATION', Readonly<Record<string, string>>>>
>(
  {
    CANCELLATION: {
      RESCISSION: '合同解除',
      INVALIDATION: '合同被确认无效',
      AVOIDANCE: '合同被撤销',
      OTHER: '其他',
    },
    REVOCATION: {
      FALSE_CONTRACT: '提供虚假合同',
      FRAUD: '以欺骗手段取得登记',
      BRIBERY: '以贿赂等不正当手段取得登记',
      INFRINGEMENT: '侵害他人知识产权',
      NOT_CANCELLED: '合同已失效而卖方未申请注销',
      DUPLICATE: '重复登记',
      BEYOND_CONTRACT: '超出合同内容或有效期登记',
      OTHER: '其他不应登记的情形',
    },
  },
  {
    CANCELLATION: {
      RESCISSION: 'The contract was rescinded',
      INVALIDATION: 'The contract was found void',
      AVOIDANCE: 'The contract was avoided',
      OTHER: 'Other',
    },
    REVOCATION: {
      FALSE_CONTRACT: 'False contract',
      FRAUD: 'Registered by deceit',
      BRIBERY: 'Registered by bribery or other improper means',
      INFRINGEMENT: 'Infringes another’s intellectual property',
      NOT_CANCELLED: 'The contract ended and the seller did not cancel',
      DUPLICATE: 'Registered twice',
      BEYOND_CONTRACT: 'Registered beyond the contract’s content or term',
      OTHER: 'Otherwise not to be registered',
    },
  },
);
