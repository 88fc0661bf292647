import { describe, expect, test } from 'vitest';
import { judgeMove } from './judge-move';
import type { Poll } from './poll';
import { answer, failed, feedWith, HTML_PAGE, NOT_MODIFIED, pollOf } from './poll-testing';

describe('a permanent redirect', () => {
  const NEW_HOME = 'https://new.example/feed';
  const seen = (movedSeen: number) => feedWith({ movedTo: NEW_HOME, movedSeen });
  test.each<[string, Partial<Poll>, ReturnType<typeof judgeMove>]>([
    [
      'is counted from one',
      { fetched: answer(NEW_HOME) },
      { movedTo: NEW_HOME, movedSeen: 1, isMoveAdopted: false },
    ],
    [
      'counts with a 304',
      { fetched: { ...NOT_MODIFIED, movedTo: NEW_HOME }, feed: seen(1) },
      { movedTo: NEW_HOME, movedSeen: 2, isMoveAdopted: false },
    ],
    [
      'is followed the third time',
      { fetched: answer(NEW_HOME), feed: seen(2) },
      { movedTo: NEW_HOME, movedSeen: 3, isMoveAdopted: true },
    ],
    [
      'to elsewhere counts anew',
      { fetched: answer('https://other.example/'), feed: seen(2) },
      { movedTo: 'https://other.example/', movedSeen: 1, isMoveAdopted: false },
    ],
    [
      'taken back is forgotten',
      { fetched: answer(undefined), feed: seen(2) },
      { movedTo: undefined, movedSeen: 0, isMoveAdopted: false },
    ],
    [
      'to no feed does not count',
      { fetched: answer(NEW_HOME), reading: HTML_PAGE, feed: seen(2) },
      { movedTo: NEW_HOME, movedSeen: 2, isMoveAdopted: false },
    ],
    [
      'waits while nobody answers',
      { fetched: failed('No.'), feed: seen(2) },
      { movedTo: NEW_HOME, movedSeen: 2, isMoveAdopted: false },
    ],
  ])('%s', (_, poll, move) => {
    expect(judgeMove(pollOf(poll))).toEqual(move);
  });
});
