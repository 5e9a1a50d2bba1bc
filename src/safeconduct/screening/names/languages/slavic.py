"""Slavic: a name out of Cyrillic by one of many standards, or written with and without carons."""

from safeconduct.screening.names.languages.orthography import Orthography

SLAVIC = Orthography(
    rule="slavic",
    closeness=0.92,
    rewrites=(
        ("(?:iya|ija|iia|ya|ja|ia)", "ia"),  # Natalya, Natalia, Nataliya
        ("(?<=[aeou])j(?=i)", "J"),
        ("(?:iyu|iju|iou|yu|ju|iu|you)", "iu"),  # Yuri, Juri, Iouri
        ("(?<=[bvgdzklmnprstfhc])(?:iye|ije|ye|je|ie)", "e"),  # Dmitriev, Dmitriyev
        ("(?:ye|je|ie)", "e"),  # Yelena, Jelena, Elena
        ("(?:yo|jo|io(?=[dmrn]))", "e"),  # Fyodor, Fedor
        ("(?:iy|ij|ii|yy|yj|yi|y|j|i)$", "i"),  # Dmitry, Dmitrii, Dmitrij
        ("(?<=[oe])(?:ff|v|w|f)$", "v"),  # Smirnoff, Smirnov
        ("(?<=[csz]h)o(?=[vwf]f?$)", "e"),  # Gorbachov, Gorbachev
        ("(?<=[aeiou][lmnr])e$", ""),  # Poutine, as a French clerk writes it
        ("sch(?=[aeiouyjkw])", "S"),
        ("shch|schtsch|chtch|szcz|sh|sz|ss|s", "s"),  # Pushkin, Puskin
        ("dsch", "d"),  # Karadschitsch, Karadzic
        ("tsch|tch|cz|ts|tz|c(?!h)", "c"),  # Milosevic, Milosevich, Milosevitch
        ("^ch(?=.{4})", "C"),
        ("^ch", "c"),
        ("ch", "x"),
        ("dzh|dz|dj|d", "d"),  # Djordje, Dorde
        ("zh|rz|z", "z"),  # Zhukov, Zukov
        ("kh", "h"),  # Mikhail, Mihail
        ("gu(?=[ei])|(?<=.{3})g|g(?=.{4})", "G"),
        ("w", "v"),
        ("ks|x", "ks"),  # Maksim, Maxim
        ("l[jy](?=[aeo])", "l"),
        ("ou", "u"),
        ("[yj]", "i"),
        ("ph", "f"),
    ),
    ambiguous=(
        ("x", ("c", "h")),  # Milosevich; Michal
        ("C", ("c", "h", "s")),  # Chernov; Chodorov, Khodorov; Chevchenko, Shevchenko
        ("S", ("s", "z")),  # Schevtschenko; Schukow, Zhukov
        ("J", ("i", "z")),  # Prigojine, Prigozhin, as a French clerk hears it
        ("G", ("g", "h")),  # Grigorenko, Hryhorenko
    ),
)
