/**
 * What checks a certificate with no server: pure, so that the command line, the demo and a browser
 * use the same lines. Published as `@jihui/contracts/certificate`.
 */ export { REFUSALS, tokenOf, verifyCertificateFile, verifyToken } from './core/certificate.js';

//# sourceMappingURL=certificate-file.js.map
