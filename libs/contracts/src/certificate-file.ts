/**
 * What checks a certificate with no server: pure, so that the command line, the demo and a browser
 * use the same lines. Published as `@jihui/contracts/certificate`.
 */
export {
  REFUSALS,
  tokenOf,
  verifyCertificateFile,
  verifyToken,
  type CertificateFacts,
  type CertificatePayload,
  type CertificatePublicKey,
  type FileVerdict,
  type Refusal,
  type TokenVerdict,
} from './core/certificate.js';
