import type { Failure } from '../../ports/outcome.ts';

/** Carries a failure through a vendor's library, whose callbacks can only throw; caught at the provider's border. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}
