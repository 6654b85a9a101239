// Tells the room screen which page the leading window has open: one that may stand beside it, one
// for the facilitator's eyes alone, or typing up.

import { OtherTabs } from "./tabs.js";

const { roomMeeting, roomMode } = document.querySelector("script[data-room-meeting]").dataset;
const others = new OtherTabs(roomMeeting);
const id = `${Date.now()}.${Math.random()}`;
const tell = (mode) => others.tell("room:page", { id, mode });
const isSeen = () => document.visibilityState === "visible";

others.listen({ "room:who": () => isSeen() && tell(roomMode) });
addEventListener("pageshow", () => tell(roomMode));
addEventListener("focus", () => tell(roomMode));
// The page that comes next may be one that nobody else should see: the wall waits for its word.
addEventListener("pagehide", () => tell(roomMode === "beside" ? "alone" : "gone"));
tell(roomMode);
