@echo off
rem Starts Hostel Chat on Windows. The settings come by the environment: HOSTEL_PORT, HOSTEL_ADDRESS, HOSTEL_DATA,
rem HOSTEL_JAVA_OPTS, JAVA_HOME; further options of Payara Micro may follow. See docs\operations.md.
setlocal

if defined HOSTEL_TLS_PORT (
  echo start.cmd: HOSTEL_TLS_PORT is not known here, and without it everything would go over plain HTTP; put a proxy in front 1>&2
  exit /b 2
)
set "here=%~dp0"
if not defined HOSTEL_PORT set "HOSTEL_PORT=8080"
if not defined HOSTEL_ADDRESS set "HOSTEL_ADDRESS=0.0.0.0"
if not defined HOSTEL_DATA set "HOSTEL_DATA=data"
if not defined HOSTEL_JAVA_OPTS set "HOSTEL_JAVA_OPTS=-Xms64m -Xmx768m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"

call :find
if defined war if defined micro goto run
if not exist "%here%..\pom.xml" (
  echo start.cmd: hostel-chat.war and payara-micro.jar belong beside this file; see docs\operations.md 1>&2
  exit /b 2
)
echo Building Hostel Chat, once. This takes a minute or two. 1>&2
pushd "%here%.."
call mvn -q -B -DskipTests package
if errorlevel 1 (popd & exit /b 1)
popd
call :find

:run
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "port=%HOSTEL_PORT%"
set "address=%HOSTEL_ADDRESS%"
set "jvm=%HOSTEL_JAVA_OPTS%"
rem The application refuses settings that it does not know; these are this file's own.
set "HOSTEL_PORT="
set "HOSTEL_ADDRESS="
set "HOSTEL_JAVA_OPTS="
"%java%" %jvm% -Dhazelcast.phone.home.enabled=false -Dpayara.http.address=%address% -Dpayara.https.address=%address% ^
  -jar "%micro%" --deploy "%war%" --contextroot / --port %port% --nocluster --disablephonehome ^
  --logproperties "%here%logging.properties" --prebootcommandfile "%here%pre-boot.asadmin" %*
exit /b %errorlevel%

:find
set "war="
set "micro="
for %%i in ("%here%" "%here%..\" "%here%..\target\") do (
  if not defined war if exist "%%~ihostel-chat.war" set "war=%%~ihostel-chat.war"
  if not defined micro if exist "%%~ipayara-micro.jar" set "micro=%%~ipayara-micro.jar"
)
exit /b 0
