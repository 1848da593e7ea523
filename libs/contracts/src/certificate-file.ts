/**
 * What checks a certificate with no server: pure, so that the command line, the demo and a browser
 * use the same lines. Published as `@jihui/contracts/certificate`.
 */
export { verifyCertificateFile } from './core/certificates/file.js';
export type { CertificatePublicKey, Sm2State, Sm2Verify, Trust } from './core/certificates/keys.js';
export type { CertificateFacts, CertificatePayload } from './core/certificates/payload.js';
export {
  ENDINGS,
  statusIn,
  verifyList,
  type CertificateStatus,
  type ListVerdict,
  type StatusList,
} from './core/certificates/revocations.js';
export { tokenOf, verifyToken } from './core/certificates/token.js';
export { REFUSALS, type FileVerdict, type Refusal, type TokenVerdict } from './core/certificates/verdict.js';
