import { useSyncExternalStore } from "react";

/** Returns false until React has attached the handlers of the page: a click on a button before that is lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, onClient, onServer);
}

const subscribe = () => () => {};
const onClient = () => true;
const onServer = () => false;
