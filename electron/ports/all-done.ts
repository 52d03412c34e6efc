/**
 * What all of them come to. Where some fail, waits for the rest and throws the first failure of the list: nothing goes
 * on writing behind the back of a caller who believes that it is over.
 */
export async function allDone<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  const ends = await Promise.allSettled(works);
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}
