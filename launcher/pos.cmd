@echo off
rem Starts the register of an unpacked distribution.
setlocal
set "HERE=%~dp0"
if not exist "%HERE%lib\launcher.jar" (
  echo This is the source folder. Build with "mvn package" and start launcher\target\dist\pos.cmd
  exit /b 1
)
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:-UsePerfData -XX:+UseSerialGC -Xms112m -Xmn88m -XX:SurvivorRatio=16 -Xmx512m %POS_JAVA_OPTIONS% -jar "%HERE%lib\launcher.jar" %*
exit /b %ERRORLEVEL%
