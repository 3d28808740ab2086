/**
 * Pieces of web pages that run something or call out, each by another way. A script says `harm('<id>')`;
 * an address has the id for its host. Written for this test; none is taken from elsewhere.
 */
export interface PagePayload {
  readonly id: string;
  readonly html: string;
  /** What a browser that shows it raw does, at least where it is shown by itself; `waits` needs a person's doing. */
  readonly does: 'runs' | 'calls' | 'waits';
}

const address = (id: string): string => `https://${id}.example.invalid/x`;
const runs = (id: string, html: string): PagePayload => ({ id, html, does: 'runs' });
const waits = (id: string, html: string): PagePayload => ({ id, html, does: 'waits' });
const calls = (id: string, html: (url: string) => string): PagePayload => ({
  id,
  html: html(address(id)),
  does: 'calls',
});

const scripts: readonly PagePayload[] = [
  runs('script', `<script>harm('script')</script>`),
  runs('script-case', `<ScRiPt>harm('script-case')</sCrIpT>`),
  runs('script-slash', `<script/x>harm('script-slash')</script>`),
  runs('script-module', `<script type=module>harm('script-module')</script>`),
  runs('script-data', `<script src="data:text/javascript,harm('script-data')"></script>`),
  runs('script-in-title', `<title><b></title><script>harm('script-in-title')</script>`),
  runs('script-in-textarea', `<textarea></textarea><script>harm('script-in-textarea')</script>`),
  runs('script-after-comment', `<!--><script>harm('script-after-comment')</script>-->`),
  runs('script-bang-comment', `<!-- --!><script>harm('script-bang-comment')</script>-->`),
  runs('script-in-noscript', `<noscript><p title="</noscript><script>harm('script-in-noscript')</script>">`),
  runs('script-in-style', `<style></style x><script>harm('script-in-style')</script>`),
  runs('script-in-xmp', `<xmp></xmp><script>harm('script-in-xmp')</script>`),
  runs('script-in-table', `<table><tr><script>harm('script-in-table')</script></table>`),
  runs('script-in-select', `<select><script>harm('script-in-select')</script></select>`),
  runs('script-null', `<scr\u0000ipt></scr\u0000ipt><script>harm('script-null')</script>`),
  runs('onerror', `<img src=x: onerror="harm('onerror')">`),
  runs('onerror-quotes', `<img src='x:' onerror=harm(&quot;onerror-quotes&quot;)>`),
  runs('onerror-slash', `<img/src=x:/onerror=harm(/onerror-slash/.source)>`),
  runs('onerror-entity', `<img src=x: onerror="&#104;arm('onerror-entity')">`),
  runs('onerror-newline', `<img src=x:\nonerror\n=\n"harm('onerror-newline')">`),
  runs('onerror-video', `<video><source src=x: onerror="harm('onerror-video')"></video>`),
  runs('onerror-audio', `<audio src=x: onerror="harm('onerror-audio')"></audio>`),
  runs('onload-body', `<body onload="harm('onload-body')">`),
  runs('onload-svg', `<svg onload="harm('onload-svg')"></svg>`),
  runs('onload-svg-in-svg', `<svg><svg onload="harm('onload-svg-in-svg')"></svg></svg>`),
  runs('onload-style', `<style onload="harm('onload-style')">p{}</style>`),
  runs('ontoggle', `<details open ontoggle="harm('ontoggle')"><summary>x</summary>y</details>`),
  runs('onfocus', `<input autofocus onfocus="harm('onfocus')">`),
  runs(
    'onanimation',
    `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="harm('onanimation')">x</p>`,
  ),
  runs('onpageshow', `<body onpageshow="harm('onpageshow')">`),
  runs('svg-script', `<svg><script>harm('svg-script')</script></svg>`),
  runs('svg-script-entity', `<svg><script>&#104;arm('svg-script-entity')</script></svg>`),
  runs('svg-script-href', `<svg><script href="data:text/javascript,harm('svg-script-href')"></script></svg>`),
  runs('svg-animate', `<svg><animate onbegin="harm('svg-animate')" attributeName=x dur=1s></svg>`),
  runs('svg-set', `<svg><set onbegin="harm('svg-set')" attributeName=x dur=1s></svg>`),
  runs('svg-foreign', `<svg><foreignObject><img src=x: onerror="harm('svg-foreign')"></foreignObject></svg>`),
  runs(
    'math-html',
    `<math><annotation-xml encoding="text/html"><img src=x: onerror="harm('math-html')"></annotation-xml></math>`,
  ),
  runs('math-mtext', `<math><mtext><img src=x: onerror="harm('math-mtext')"></mtext></math>`),
  runs('frame-srcdoc', `<iframe srcdoc="<script>parent.harm('frame-srcdoc')</script>"></iframe>`),
  runs('frame-script', `<iframe src="javascript:parent.harm('frame-script')"></iframe>`),
  runs('frame-about', `<iframe onload="harm('frame-about')"></iframe>`),
  runs('object-data', `<object data="x:" onerror="harm('object-data')"></object>`),
  waits('link-script', `<a href="javascript:harm('link-script')">the first log</a>`),
  waits('link-script-tab', `<a href="java\tscript:harm('link-script-tab')">the second</a>`),
  waits('link-script-entity', `<a href="&#106;avascript:harm('link-script-entity')">the third</a>`),
  waits('link-data', `<a href="data:text/html,<script>opener.harm('link-data')</script>">the fourth</a>`),
  waits('link-vbscript', `<a href="vbscript:harm('x')">the fifth</a>`),
  waits('svg-link', `<svg><a xlink:href="javascript:harm('svg-link')"><text y=20>the sixth</text></a></svg>`),
  waits('onclick', `<p onclick="harm('onclick')">a paragraph</p>`),
  waits('onmouseover', `<p onmouseover="harm('onmouseover')" style="position:fixed;inset:0">a cover</p>`),
  waits('form-action', `<form action="javascript:harm('form-action')"><button>Send</button></form>`),
  waits('form-button', `<form id=f></form><button form=f formaction="javascript:harm('form-button')">Send</button>`),
];

/** Ways to be harmless at first and harmful once written out and read again. */
const mutations: readonly PagePayload[] = [
  waits(
    'mutation-math',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=harm('mutation-math')&gt;">`,
  ),
  waits('mutation-svg', `<svg></p><style><a id="</style><img src=x: onerror=harm('mutation-svg')>">`),
  waits(
    'mutation-form',
    `<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=harm('mutation-form')>`,
  ),
  waits('mutation-noscript', `<noscript><style></noscript><img src=x: onerror=harm('mutation-noscript')>`),
  waits(
    'mutation-template',
    `<template><style></template><img title="</style><img src=x: onerror=harm('mutation-template')>">`,
  ),
  waits('mutation-comment', `<svg><desc><!--</desc><img title="--><img src=x: onerror=harm('mutation-comment')>">`),
  waits('mutation-backtick', '<img alt="``onerror=harm(1)">'),
  waits(
    'clobber',
    `<form id=postil name=call><input name=body><input name=documentElement></form><img name=getElementById>`,
  ),
  waits('template-words', `{{constructor.constructor('harm(1)')()}} \${harm(1)} <%= harm(1) %>`),
];

const remote: readonly PagePayload[] = [
  calls('img', (url) => `<img src="${url}">`),
  calls('img-srcset', (url) => `<img srcset="${url} 1x">`),
  calls('img-lazy', (url) => `<img loading=eager data-src="${url}" src="${url}">`),
  calls('picture', (url) => `<picture><source srcset="${url}"><img></picture>`),
  calls('input-image', (url) => `<input type=image src="${url}">`),
  calls('video', (url) => `<video src="${url}" autoplay></video>`),
  calls('video-poster', (url) => `<video poster="${url}"></video>`),
  calls('video-track', (url) => `<video src="data:,"><track default src="${url}"></video>`),
  calls('audio', (url) => `<audio src="${url}" autoplay></audio>`),
  calls('source', (url) => `<audio autoplay><source src="${url}"></audio>`),
  calls('iframe', (url) => `<iframe src="${url}"></iframe>`),
  calls('iframe-srcdoc-img', (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`),
  calls('frameset', (url) => `<frameset><frame src="${url}"></frameset>`),
  calls('object', (url) => `<object data="${url}"></object>`),
  calls('embed', (url) => `<embed src="${url}">`),
  calls('script-src', (url) => `<script src="${url}"></script>`),
  calls('link-stylesheet', (url) => `<link rel=stylesheet href="${url}">`),
  calls('link-icon', (url) => `<link rel=icon href="${url}">`),
  calls('link-prefetch', (url) => `<link rel=prefetch href="${url}">`),
  calls('link-preload', (url) => `<link rel=preload as=image href="${url}">`),
  calls('link-modulepreload', (url) => `<link rel=modulepreload href="${url}">`),
  calls('link-manifest', (url) => `<link rel=manifest href="${url}">`),
  calls('link-preconnect', (url) => `<link rel=preconnect href="${url}">`),
  calls('link-dns', (url) => `<link rel=dns-prefetch href="${url}">`),
  calls('meta-refresh', (url) => `<meta http-equiv=refresh content="0;url=${url}">`),
  calls('base', (url) => `<base href="${url}"><img src=relative.png>`),
  calls('css-import', (url) => `<style>@import url(${url});</style>`),
  calls('css-import-string', (url) => `<style>@import "${url}";</style>`),
  calls('css-background', (url) => `<style>p{background:url(${url})}</style><p>x</p>`),
  calls('css-escaped', (url) => `<style>p{background:\\75rl(${url})}</style><p>x</p>`),
  calls('css-inline', (url) => `<p style="background-image:url(${url})">x</p>`),
  calls('css-image-set', (url) => `<p style="background-image:image-set('${url}' 1x)">x</p>`),
  calls('css-font', (url) => `<style>@font-face{font-family:f;src:url(${url})} p{font-family:f}</style><p>x</p>`),
  calls('css-cursor', (url) => `<body style="cursor:url(${url}),auto"><p>x</p>`),
  calls('css-list', (url) => `<ul style="list-style-image:url(${url})"><li>x</li></ul>`),
  calls('css-content', (url) => `<style>p::before{content:url(${url})}</style><p>x</p>`),
  calls('css-mask', (url) => `<p style="mask-image:url(${url})">x</p>`),
  calls('css-filter', (url) => `<p style="filter:url(${url}#f)">x</p>`),
  calls('css-border', (url) => `<p style="border:5px solid;border-image:url(${url}) 5">x</p>`),
  calls('svg-image', (url) => `<svg><image href="${url}"/></svg>`),
  calls('svg-xlink', (url) => `<svg><image xlink:href="${url}"/></svg>`),
  calls('svg-use', (url) => `<svg><use href="${url}#a"/></svg>`),
  calls(
    'svg-feimage',
    (url) => `<svg><filter id=f><feImage href="${url}"/></filter><rect width=9 height=9 filter="url(#f)"/></svg>`,
  ),
  calls('svg-style', (url) => `<svg><style>@import url(${url});</style></svg>`),
  calls('math-link', (url) => `<math href="${url}"><mi>x</mi></math><img src="${url}">`),
  calls('table-background', (url) => `<table background="${url}"><tr><td>x</table>`),
  calls('body-background', (url) => `<body background="${url}">`),
  { id: 'a-ping', html: `<a href="${address('a-ping')}" ping="${address('a-ping')}">the seventh</a>`, does: 'waits' },
  {
    id: 'form-post',
    html: `<form action="${address('form-post')}" method=post><button>Send</button></form>`,
    does: 'waits',
  },
];

export const pagePayloads: readonly PagePayload[] = [...scripts, ...mutations, ...remote];
