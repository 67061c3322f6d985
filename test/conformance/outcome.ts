/** Which way an operation went; a test that expects the other way fails here, in words. */
import type { FailureResult } from '../../src/contract/result.schema';

type Success<Result> = Exclude<Result, FailureResult>;

const isFailure = (result: { readonly successful: boolean }): result is FailureResult => !result.successful;

const isSuccess = <Result extends { readonly successful: boolean }>(
  result: Result,
): result is Success<Result> => !isFailure(result);

export const succeeded = <Result extends { readonly successful: boolean }>(
  result: Result,
): Success<Result> => {
  if (isSuccess(result)) return result;
  const { errorCode, message } = isFailure(result)
    ? { errorCode: result.errorCode, message: result.returnMessage.message }
    : { errorCode: '', message: '' };
  throw new Error(`It failed: ${errorCode}: ${message}`);
};

export const failed = (result: { readonly successful: boolean }): FailureResult => {
  if (isFailure(result)) return result;
  throw new Error(`It did not fail: ${JSON.stringify(result)}`);
};
