"""Names of elements in HTML, SVG and MathML: what is none of them was a label in an answer."""

from __future__ import annotations

ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup command content data
    datalist dd del details dfn dialog dir div dl dt em embed fencedframe fieldset figcaption figure
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img
    input ins isindex kbd keygen label legend li link listing main map mark marquee math menu
    menuitem meta meter model multicol nav nextid nobr noembed noframes noscript object ol optgroup
    option output p param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp
    script search section select selectedcontent shadow slot small source spacer span strike strong
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt
    u ul var video wbr xmp

    animate circle clippath cursor defs desc ellipse filter foreignobject g glyph hatch line
    lineargradient marker mask mesh metadata mpath path pattern polygon polyline radialgradient rect
    set stop switch symbol text textpath tref tspan use view

    annotation maction menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover
    mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics
    """.split()  # noqa: SIM905 - a list of literals would be a page long
)
OWN = frozenset(
    """
    rant sarcasm irony joke spoiler sigh grin tldr voice

    toc youtube callout tip note info warning danger card cards tabs tab badge alert quote gist
    codepen gallery steps step point box column columns row grid icon message accordion panel
    vimeo embed caution important hint example
    """.split()  # noqa: SIM905
)
"""What people put around what they say in jest, and what sites call their components."""
