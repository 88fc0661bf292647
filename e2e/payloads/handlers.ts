import { RUN } from './marks';

const ON_ANY_ELEMENT =
  'click dblclick mouseover mouseenter mouseleave mousemove mousedown mouseup pointerover pointerenter pointerdown focus focusin blur ' +
  'keydown keyup input change submit animationstart animationend transitionend transitionrun beforetoggle toggle contentvisibilityautostatechange ' +
  'copy cut paste drag drop wheel scroll scrollend touchstart auxclick contextmenu beforeinput gotpointercapture';

/** Attributes that run: one of each event, and the ways to hide one. */
export const HANDLERS: readonly string[] = [
  ...ON_ANY_ELEMENT.split(' ').map((event) => `<p tabindex="0" on${event}="${RUN}">${event}</p>`),
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="${RUN}" />`,
  `<img src='x' onerror='${RUN}'>`,
  `<img src=x onerror=\`${RUN}\`>`,
  `<IMG SRC=x ONERROR=${RUN}>`,
  `<img/src=x/onerror=${RUN}>`,
  `<img\nsrc=x\nonerror\n=\n${RUN}\n>`,
  `<img src=x on\u0000error=${RUN}>`.replace('\u0000', '&#0;'),
  `<img src=x onerror&#61;${RUN}>`,
  `<img src=x onerror=&#95;&#95;ran&#40;&#41;>`,
  `<img src=x one\u00ADrror=${RUN} onerror=${RUN}>`,
  `<img src="x" alt="" onerror="${RUN}"x="">`,
  `<img src=x:x onerror=${RUN} alt='"'>`,
  `<img alt="<img src=x onerror=${RUN}>" src=x>`,
  `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload=${RUN}>`,
  `<img src=x onloadstart=${RUN} onloadend=${RUN}>`,
  `<img """><img src=x onerror=${RUN}>">`,
  `<img src=# onmouseover=${RUN} style="position:fixed;inset:0">`,
  `<a href="#x" onclick="${RUN}" onfocus="${RUN}" autofocus>handler</a>`,
  `<h2 onclick=${RUN} accesskey="x">heading</h2>`,
  `<table onmouseover=${RUN}><tr onclick=${RUN}><td onclick=${RUN}>cell</td></tr></table>`,
  `<blockquote onclick=${RUN}><cite onclick=${RUN}>q</cite></blockquote>`,
  `<p contenteditable autofocus onfocus=${RUN}>edit</p>`,
  `<p popover onbeforetoggle=${RUN} id=pop>pop</p><button popovertarget=pop>b</button>`,
];
