/**
 * The small decimal language of campaigns. One token of look-ahead decides everywhere but between a name and a
 * function, where it takes two: so reading is linear, whatever is written. FORMULAS.md says what it means.
 */
grammar Formula;

formula    : condition EOF ;
condition  : both (OR both)* ;
both       : negation (AND negation)* ;
negation   : NOT* comparison ;
comparison : sum (comparator sum)* ;
comparator : EQUAL | NOT_EQUAL | LESS | AT_MOST | GREATER | AT_LEAST ;
sum        : product ((PLUS | MINUS) product)* ;
product    : signed ((TIMES | DIVIDED_BY) signed)* ;
signed     : MINUS* primary ;
primary    : NUMBER PERCENT?                                        # number
           | TEXT                                                   # words
           | (TRUE | FALSE)                                         # truth
           | NAME OPEN (argument (SEPARATOR argument)*)? CLOSE      # function
           | address (RANGE address)?                               # reference
           | OPEN condition CLOSE                                   # brackets
           ;
argument   : condition (WHERE condition)? ;
address    : step (DOT step)* ;
step       : NAME QUOTED? | QUOTED ;

OR         : 'or' | '或' ;
AND        : 'and' | '且' ;
NOT        : 'not' | '非' ;
WHERE      : 'where' | '当' ;
TRUE       : 'true' | '是' ;
FALSE      : 'false' | '否' ;
EQUAL      : '=' | '＝' ;
NOT_EQUAL  : '≠' | '!=' | '！＝' ;
LESS       : '<' | '＜' ;
AT_MOST    : '≤' | '≦' | '<=' | '＜＝' ;
GREATER    : '>' | '＞' ;
AT_LEAST   : '≥' | '≧' | '>=' | '＞＝' ;
PLUS       : '+' | '＋' ;
MINUS      : '-' | '−' | '－' ;
TIMES      : '*' | '×' | '＊' ;
DIVIDED_BY : '/' | '÷' | '／' ;
PERCENT    : '%' | '％' ;
OPEN       : '(' | '（' ;
CLOSE      : ')' | '）' ;
SEPARATOR  : ',' | '，' ;
RANGE      : '..' ;
DOT        : '.' ;
NUMBER     : [0-9０-９]+ ('.' [0-9０-９]+)? ;
NAME       : [\p{L}_] [\p{L}\p{N}_]* ;
QUOTED     : '[' ~[\]\r\n]* ~[\]\p{White_Space}\p{C}] ~[\]\r\n]* ']' ;  // something to be seen in it
TEXT       : '\'' ~['\r\n]+ '\'' | '“' ~[”\r\n]+ '”' | '‘' ~[’\r\n]+ '’' | '"' ~["\r\n]+ '"' ;
SPACE      : [ \t\r\n\u00A0\u3000]+ -> skip ;
OTHER      : . ;
