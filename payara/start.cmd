@echo off
rem Starts Hostel Chat on Windows. The settings come by the environment (HOSTEL_PORT, HOSTEL_ADDRESS, HOSTEL_DATA, HOSTEL_TLS_PORT,
rem HOSTEL_TLS_KEYSTORE, HOSTEL_GC, HOSTEL_JAVA_OPTS, JAVA_HOME) or by flags, as payara\start.cmd --help says. Java reads flags by
rem the system's code page: a folder with a name in another script is given by HOSTEL_DATA. See docs\operations.md.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "here=%here:~0,-1%"

call :find
if defined war goto run
if not exist "%here%\..\pom.xml" (
  echo payara/start: hostel-chat.war and payara-micro.jar belong beside this file; see docs\operations.md 1>&2
  exit /b 2
)
echo Building Hostel Chat, once. This takes a minute or two. 1>&2
pushd "%here%\.."
call mvn -q -B -DskipTests package
if errorlevel 1 (popd & exit /b 1)
popd
call :find

:run
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined HOSTEL_DATA set "HOSTEL_DATA=data"
set "collector="
if not defined HOSTEL_GC set "HOSTEL_GC=g1"
if "%HOSTEL_GC%"=="g1" set "collector=-XX:+UseG1GC -XX:MaxGCPauseMillis=20"
if "%HOSTEL_GC%"=="serial" set "collector=-XX:+UseSerialGC"
if not defined collector (
  echo payara/start: HOSTEL_GC is g1 or serial, not '%HOSTEL_GC%' 1>&2
  exit /b 2
)
if not defined HOSTEL_JAVA_OPTS set "HOSTEL_JAVA_OPTS=-Xms64m -Xmx768m %collector%"

rem The server unpacks itself into the data folder; a --data flag leaves that to the folder of the environment.
rem Its short name, since Payara does not work in a folder whose name has other letters than ASCII's.
if not exist "%HOSTEL_DATA%\run\server\" mkdir "%HOSTEL_DATA%\run\server" 2>nul
for %%D in ("%HOSTEL_DATA%\run\server") do set "run=%%~sfD"

rem The launcher, out of the WAR.
set "jar=jar"
if defined JAVA_HOME set "jar=%JAVA_HOME%\bin\jar"
pushd "%run%"
"%jar%" xf "%war%" WEB-INF/classes/org/hostelchat/launch
popd
set "launcher=%run%\WEB-INF\classes"
for %%W in ("%war%") do set "micro=%%~dpWpayara-micro.jar"

for /f "tokens=2 delims=:." %%P in ('chcp') do set "codepage=%%P"
chcp 65001 >nul
"%java%" -XX:+ExitOnOutOfMemoryError %HOSTEL_JAVA_OPTS% -Dfile.encoding=UTF-8 ^
  -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Djava.io.tmpdir=%run%" "-Dorg.hostelchat.home=%here%" "-Dorg.hostelchat.war=%war%" ^
  "@%launcher%\org\hostelchat\launch\server.args" -cp "%launcher%;%micro%" org.hostelchat.launch.Main %*
set "result=%ERRORLEVEL%"
if defined codepage chcp %codepage% >nul 2>&1
exit /b %result%

:find
set "war="
for %%i in ("%here%" "%here%\.." "%here%\..\target") do (
  if not defined war if exist "%%~fi\hostel-chat.war" if exist "%%~fi\payara-micro.jar" set "war=%%~fi\hostel-chat.war"
)
exit /b 0
