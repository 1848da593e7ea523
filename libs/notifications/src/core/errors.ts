import { Codes, DomainError } from '@jihui/kernel';

/** An inbox is a person's: nobody else has one. */
export const signInFirst = (): DomainError => new DomainError(Codes.UNAUTHENTICATED, '请先登录再查看消息');
