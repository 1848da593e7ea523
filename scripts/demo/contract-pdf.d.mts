export function contractPdf(subject: string): Buffer;
