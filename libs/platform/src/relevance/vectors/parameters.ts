/** How a model of vectors is trained; kept with the model, so that a version says how it came about. */
export interface TrainingParameters {
  /** Single characters and words, or these and pairs of neighbouring characters. */
  readonly units: 'singles' | 'both';
  /** Length of a vector. */
  readonly dimensions: number;
  /** Texts that must hold a unit before it gets a vector. */
  readonly minimumCount: number;
  readonly rate: number;
  readonly epochs: number;
  readonly batch: number;
  /** Divides the cosines before they are compared: the smaller, the more the hardest neighbours count. */
  readonly temperature: number;
  /** Of the first vectors and of the order of the pairs: the same pairs give the same model. */
  readonly seed: number;
}

const COMMON = { dimensions: 256, batch: 128, temperature: 0.1, seed: 20_261_128 } as const;

/** Characters, words and pairs of characters: knows the exact terms. */
export const BE: TrainingParameters = { ...COMMON, units: 'both', minimumCount: 5, rate: 0.02, epochs: 5 };

/** Characters and words alone: learns more of few texts. */
export const BE_OWN: TrainingParameters = {
  ...COMMON,
  units: 'singles',
  minimumCount: 2,
  rate: 0.05,
  epochs: 10,
};
