/** The small decimal language of campaigns: arithmetic, comparisons and paths. */
grammar Formula;

formula    : comparison EOF ;
comparison : sum (comparator sum)* ;
comparator : '=' | '≠' | '!=' | '<' | '≤' | '<=' | '>' | '≥' | '>=' ;
sum        : product (sign product)* ;
sign       : '+' | '＋' | '-' | '−' | '－' ;
product    : signed (scale signed)* ;
scale      : '*' | '×' | '/' | '÷' ;
signed     : ('-' | '−' | '－')? primary ;
primary    : NUMBER                           # number
           | address                          # reference
           | ('(' | '（') sum (')' | '）')     # brackets
           ;
address    : step ('.' step)* ;
step       : NAME | QUOTED ;

NUMBER : [0-9]+ ('.' [0-9]+)? ;
NAME   : [\p{L}_] [\p{L}\p{N}_]* ;
QUOTED : '[' ~[\]\r\n]+ ']' ;
SPACE  : [ \t\r\n\u3000]+ -> skip ;
