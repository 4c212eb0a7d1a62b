/** How a stage over hashed features is learned by AdaGrad. */
export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** What AdaGrad's sums of squares begin with: the more, the less rare features weigh. */
  readonly damping: number;
  readonly seed: number;
  /** Features seen less often get no weight. */
  readonly least: number;
  /** Number of features whose weights are kept, and of bits that tell their slots. */
  readonly keep: number;
  readonly slotBits: number;
}
