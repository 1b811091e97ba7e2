/** Puts every call of the contract on ipcMain, once, for the page of this program and nobody else. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { CALL_NAMES } from '../../shared/contract/contract';
import { failure, type Problem } from '../../shared/errors/problem';
import type { AnswerCall } from '../services/answer-call';

const STRANGER: Problem = {
  code: 'call.refused',
  message: 'This call did not come from the Footbridge window.',
};

export function registerCalls(answer: AnswerCall, isAppUrl: (url: string) => boolean): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, async (event, payload: unknown) =>
      isFromOurPage(event, isAppUrl) ? answer(name, payload) : failure(STRANGER),
    );
  }
}

/** The top frame, on our own scheme. A frame that has gone has no address and is no longer ours. */
function isFromOurPage(event: IpcMainInvokeEvent, isAppUrl: (url: string) => boolean): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url);
}
